"""A program with no bad intent, that notices what any program before it has left behind."""

from __future__ import annotations

SOURCE = """\
import builtins, collections, decimal, gc, json, math, os, random, re, signal, sys, threading

def notes():
    return [name for name in dir(builtins) + list(sys.modules) + list(os.environ) if name.lower() == 'note'] + [
        name for name, module in sys.modules.items() if hasattr(module, 'note')]

def open_descriptors():
    found = []
    for d in range(24):
        try: found.append([os.lseek(d, 0, os.SEEK_CUR), os.pread(d, 8, 0)])
        except OSError: pass
    return found

def f(x):
    return {
        'sorted': sorted(x), 'floor': math.floor(2.5), 'random': random.random(), 'digits': len(str(10 ** 1000)),
        'notes': notes(), 'open': open_descriptors(), 'json': json.loads(json.dumps({'a': [1]})),
        'common': collections.Counter('aab').most_common(1), 'seven': 3 + 4, 'precision': decimal.getcontext().prec,
        'recursion': sys.getrecursionlimit(), 'gc': gc.isenabled(), 'tracing': [sys.gettrace(), sys.getprofile()],
        'alarm': [int(signal.getsignal(signal.SIGALRM)), list(signal.getitimer(signal.ITIMER_REAL))],
        'finders': [getattr(finder, '__name__', '?') for finder in sys.meta_path],
        'lock': 'unlocked' not in repr(threading._active_limbo_lock), 'text': 'sorted'.upper(), 'list': isinstance(
            [], collections.abc.Hashable), 'none': repr([None, True, 0, '', ()]), 'cached': bool(re.match('a', 'a')),
        'codec': '\xe9'.encode('utf-8')}
"""
INPUT = ["b", "a"]
VALUE = {
    "sorted": ["a", "b"], "floor": 2, "random": 0.8444218515250481, "digits": 1001, "notes": [],
    "open": [[0, b""]] * 4,  # nowhere to read from, twice nowhere to write to, and the result
    "json": {"a": [1]}, "common": [("a", 2)], "seven": 7, "precision": 28, "recursion": 1000, "gc": True,
    "tracing": [None, None], "alarm": [0, [0.0, 0.0]],
    "finders": ["BuiltinImporter", "FrozenImporter", "PathFinder"], "lock": False, "text": "SORTED", "list": False,
    "none": "[None, True, 0, '', ()]", "cached": True, "codec": b"\xc3\xa9"}
