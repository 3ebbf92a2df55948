"""Forge a pass: leave early, mislead whoever reads the error, overwrite whoever judges."""

from __future__ import annotations

from attack import EXCEPTION, KILLED, OK, REFUSED, TIMEOUT, WRONG_SHAPE, Attack, returning

LEAVING = (
    Attack("exits while loading", EXCEPTION, "SystemExit: 0", "import sys\nsys.exit(0)\n"),
    Attack("exits in the call", EXCEPTION, "SystemExit", "import sys\ndef f(x): sys.exit(0)\n"),
    Attack("leaves while loading", KILLED, "exit status 0", "import os\nos._exit(0)\n"),
    Attack("leaves without returning", KILLED, "exit status 0", "import os\ndef f(x): os._exit(0)\n"),
    Attack("leaves as if set-up had failed", KILLED, "exit status 77", "import os\ndef f(x): os._exit(77)\n"),
    Attack("says that it passed and leaves", KILLED, "exit status 0", """\
import os, sys
def f(x):
    for stream in (sys.stdout, sys.stderr):
        print('.\\n===== 1 passed in 0.01s =====', file=stream, flush=True)
    os._exit(0)
"""),
    Attack("raises an interrupt", EXCEPTION, "KeyboardInterrupt", "def f(x): raise KeyboardInterrupt\n"),
    Attack("raises what ends a generator", EXCEPTION, "GeneratorExit", "def f(x): raise GeneratorExit\n"),
    Attack("raises what is no Exception", EXCEPTION, "B: b", """\
class B(BaseException): pass
def f(x): raise B('b')
"""),
    Attack("skips its own test", EXCEPTION, "pytest", "import pytest\ndef f(x): pytest.skip('not today')\n"),
    Attack("raises what looks like a skip", EXCEPTION, "Skipped", """\
class Skipped(BaseException): pass
Skipped.__module__ = 'Skipped'
def f(x): raise Skipped('not today')
"""),
    Attack("aborts", KILLED, "SIG", "import os\ndef f(x): os.abort()\n"),
    Attack("ends itself by an alarm", KILLED, "SIGALRM", """\
import signal
signal.setitimer(signal.ITIMER_REAL, .01)
def f(x):
    while True: pass
"""),
    Attack("ends itself by a broken pointer", KILLED, "SIGSEGV", "import ctypes\ndef f(x): ctypes.string_at(0)\n"),
    Attack("defines nothing", REFUSED, "defines no function f", "pass\n"),
    Attack("is no program", REFUSED, "SyntaxError", "def f(x:\n"),
)

SAYING = (
    Attack("raises what cannot be said", EXCEPTION, "E: .its message cannot be had: SystemExit", """\
class E(Exception):
    def __str__(s): raise SystemExit
def f(x): raise E
"""),
    Attack("says a gigabyte", EXCEPTION, "E: .its message cannot be had: MemoryError", """\
class E(Exception):
    def __str__(s): return 'a' * (1 << 30)
def f(x): raise E
"""),
    Attack("never stops saying what went wrong", TIMEOUT, "CPU", """\
class E(Exception):
    def __str__(s):
        while True: pass
def f(x): raise E
"""),
    Attack("says it in colours and backwards", EXCEPTION, r"^ValueError: \\x1b\[32mPASSED\\u202e\\n\\x07$", """\
def f(x): raise ValueError('\\x1b[32mPASSED\\u202e\\n\\x07')
"""),
    Attack("has an error with the name of another", EXCEPTION, "^E$", """\
class M(type):
    __name__ = 'TimeoutError'
class E(Exception, metaclass=M): pass
def f(x): raise E
"""),
    Attack("has an error whose name is a page", EXCEPTION, "^a{400}", """\
def f(x): raise type('a' * 100_000, (Exception,), {})
"""),
    Attack("raises an error that cannot be freed", EXCEPTION, "E", """\
class E(Exception):
    def __del__(s):
        while True: pass
keep = []
def f(x):
    keep.append(E())
    raise keep[0]
"""),
)

PATCHING = (
    returning("patches the builtins", [1], """\
import builtins
def f(x):
    for n in ('type', 'len', 'isinstance', 'str', 'list', 'print'):
        setattr(builtins, n, lambda *a: 0)
    return [1]
"""),
    returning("shadows the builtins", [1], """\
type = len = isinstance = str = sorted = all = any = lambda *a: True
def f(x): return [1]
"""),
    returning("patches json", ["a"], """\
import json
def f(x):
    json.encoder.encode_basestring_ascii = json.dumps = lambda *a, **k: '0'
    return ['a']
"""),
    returning("replaces the runner's functions", 1, """\
import os
def f(x):
    os._exit = os.pwrite = lambda *a: 0
    return 1
"""),
    returning("replaces how values are written", "honest", """\
import sys
def f(x):
    for name, module in list(sys.modules.items()):
        if hasattr(module, 'encode') and hasattr(module, 'MAX_NODES'):
            module.encode = lambda value: '"forged"'
    return 'honest'
"""),
    Attack("lifts the caps on what it may return", WRONG_SHAPE, "wrote into its own result", """\
import sys
def f(x):
    for name, module in list(sys.modules.items()):
        if hasattr(module, 'MAX_NODES'): module.MAX_NODES = module.MAX_DEPTH = 10 ** 9
    a = []
    for _ in range(150): a = [a]
    return a
"""),
    returning("overwrites the locals of whoever called it", None, """\
import ctypes, sys
def f(x):
    g = sys._getframe(1)
    while g:
        for name in ('result', 'expected', 'stat', 'details', 'passed', 'outcome'):
            if name in g.f_locals:
                g.f_locals[name] = 'passed'
                ctypes.pythonapi.PyFrame_LocalsToFast(ctypes.py_object(g), ctypes.c_int(0))
        g = g.f_back
"""),
    Attack("appends a pass to a list above it", KILLED, "exit status 0", """\
import os, sys
def f(x):
    g = sys._getframe(1)
    while g:
        for value in list(g.f_locals.values()) + list(g.f_globals.values()):
            if type(value).__name__ in ('list', 'ListProxy'):
                try: value.append('passed')
                except Exception: pass
        g = g.f_back
    os._exit(0)
"""),
    Attack("sets the shared state of a pass above it", KILLED, "exit status 0", """\
import os, sys
def f(x):
    g = sys._getframe(1)
    while g:
        v = g.f_locals
        for name in ('stat', 'progress'):
            if hasattr(v.get(name), 'value'): v[name].value = name == 'progress'
        try:
            for i in range(len(v.get('details', ()))): v['details'][i] = True
        except TypeError: pass
        g = g.f_back
    os._exit(0)
"""),
    Attack("makes every check above it a pass", KILLED, "exit status 0", """\
import os, sys
def f(x):
    g = sys._getframe(1)
    while g:
        if 'check' in g.f_globals: g.f_globals['check'] = lambda candidate: None
        g = g.f_back
    os._exit(0)
"""),
    Attack("traces whoever called it", (OK, WRONG_SHAPE), "own result", """\
import sys
def f(x):
    def trace(frame, event, arg):
        for name in frame.f_locals:
            if name in ('value', 'encoded', 'content'): frame.f_locals[name] = 'forged'
        return trace
    g = sys._getframe(1)
    while g:
        g.f_trace = trace
        g = g.f_back
    sys.settrace(trace)
    return 1
""", value=1),
    returning("makes assertions pass", 1, """\
import builtins
class Never(BaseException):
    def __new__(c, *a): raise SystemExit(0)
def f(x):
    builtins.AssertionError = Never
    return 1
"""),
    returning("compares with nothing by closing its output", 1, """\
import sys
def f(x):
    sys.stdout.close()
    sys.stderr.close()
    return 1
"""),
    returning("has an output whose flush never ends", 1, """\
import sys
class Endless:
    def write(s, t): return len(t)
    def flush(s):
        while True: pass
sys.stdout = sys.stderr = Endless()
def f(x): return 1
"""),
    returning("registers exit handlers", 1, """\
import atexit, weakref, sys
class D:
    def __del__(s):
        while True: pass
d = D()
def loop(*a):
    while True: pass
atexit.register(loop)
sys.excepthook = sys.unraisablehook = loop
weakref.finalize(d, loop)
def f(x): return 1
"""),
    returning("is a callable that lies", "called", """\
class F:
    __name__ = 'f'
    def __call__(s, x): return 'called'
    def __eq__(s, o): return True
    def __getattr__(s, n): raise SystemExit(0)
f = F()
"""),
    Attack("makes the encoder run out of stack", (EXCEPTION, KILLED), "RecursionError|SIG|left", """\
import sys
def f(x):
    sys.setrecursionlimit(sys.getrecursionlimit() and 60)
    a = []
    for _ in range(90): a = [a]
    return a
"""),
)

FORGING = (*LEAVING, *SAYING, *PATCHING)
