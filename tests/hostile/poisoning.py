"""Poison: leave something behind, so that the next program, another's, sees or does what it should not.

What would be left is looked for by the honest program that runs after every attack (``honest.py``).
"""

from __future__ import annotations

from attack import EXCEPTION, KILLED, OK, Attack, returning


def leaves(name: str, code: str) -> Attack:
    """Does ``code`` while it is loaded, without an error, and returns 1."""
    return returning(name, 1, code + "\ndef f(x): return 1\n")


INTERPRETER = (
    leaves("patches builtins for the next", "import builtins, sys\nbuiltins.sorted = None\nsys.modules['math'] = None"),
    leaves("adds a builtin for the next", "import builtins\nbuiltins.note = 'here'"),
    leaves("leaves a note in a module", "import re\nre.note = 'here'"),
    leaves("leaves a note as a module", "import sys\nsys.modules['note'] = sys"),
    leaves("leaves a note on the runner", """\
import sys
for module in list(sys.modules.values()):
    try: module.note = 'here'
    except Exception: pass"""),
    leaves("patches a method of the library", """\
import collections, json
collections.Counter.most_common = json.dumps = json.loads = lambda *a, **k: 'poisoned'"""),
    leaves("replaces the import", "import builtins\nbuiltins.__import__ = lambda *a, **k: None"),
    leaves("finds modules for the next", """\
import sys
class Finder:
    def find_spec(*a): raise SystemExit
sys.meta_path.insert(0, Finder())
sys.path[:] = ['/tmp']"""),
    leaves("seeds random for the next", "import random\nrandom.seed(99)"),
    leaves("changes the interpreter", """\
import sys, gc
sys.setrecursionlimit(50)
sys.set_int_max_str_digits(640)
sys.setswitchinterval(9)
gc.disable()"""),
    leaves("changes the precision of decimals", "import decimal\ndecimal.getcontext().prec = 2"),
    leaves("changes the language", "import locale\ntry: locale.setlocale(locale.LC_ALL, 'C')\nexcept Exception: pass"),
    leaves("registers a codec", "import codecs\ncodecs.register(lambda name: codecs.lookup('utf-8'))"),
    leaves("registers a class as another", """\
import collections.abc
collections.abc.Hashable.register(list)"""),
    leaves("writes the environment", "import os\nos.environ['NOTE'] = 'here'"),
    leaves("traces what comes", "import sys\nsys.settrace(lambda *a: None)\nsys.setprofile(lambda *a: None)"),
    leaves("audits what comes", "import sys\nsys.addaudithook(lambda *a: None)"),
    leaves("hooks a fork", "import os\nos.register_at_fork(before=lambda: 1 / 0, after_in_child=lambda: 1 / 0)"),
    leaves("handles a signal for the next", "import signal\nsignal.signal(signal.SIGALRM, signal.SIG_IGN)"),
    leaves("sets an alarm for the next", "import signal\nsignal.setitimer(signal.ITIMER_REAL, .2)"),
    leaves("fills the caches", """\
import re
for i in range(600): re.compile(f'{i}a')"""),
)

MEMORY = (
    leaves("rewrites the number seven", """\
import ctypes
ctypes.c_int.from_address(id(7) + 24).value = 8"""),
    leaves("rewrites a text that all share", """\
import ctypes
at = id('sorted')
ctypes.memset(at + 48, ord('x'), 6) if ctypes.string_at(at + 48, 6) == b'sorted' else None"""),
    Attack("rewrites the code of the interpreter", (OK, KILLED, EXCEPTION), "^$|SIG|Error", """\
import ctypes
def f(x):
    l = ctypes.CDLL(None)
    at = ctypes.cast(ctypes.pythonapi.PyObject_Size, ctypes.c_void_p).value & ~4095
    l.mprotect(ctypes.c_void_p(at), 4096, 7)
    ctypes.memset(at, 0xCC, 4096)
    return len([1])
""", value=1),
    Attack("overwrites the type of all lists", (OK, KILLED, EXCEPTION), "", """\
import ctypes
def f(x):
    ctypes.memset(id(list) + 24, 0, 64)
    return [1]
""", value=[1]),
    leaves("gives back pages that all share", """\
import ctypes
l = ctypes.CDLL(None)
at = ctypes.cast(ctypes.pythonapi.PyObject_Size, ctypes.c_void_p).value & ~4095
for advice in (4, 8, 9, 20, 21, 100, 101):
    l.madvise(ctypes.c_void_p(at), 4096, advice)"""),
    leaves("changes a lock that all share", """\
import threading, logging
threading._active_limbo_lock.acquire()
logging._lock and logging._lock.acquire()"""),
)

DESCRIPTORS = (
    returning("moves the offset of what is shared", 1, """\
import os
def f(x):
    for d in range(24):
        try: os.lseek(d, 50, os.SEEK_SET)
        except OSError: pass
    return 1
"""),
    returning("makes what is shared inheritable", 1, """\
import os
def f(x):
    for d in range(24):
        try: os.set_inheritable(d, True)
        except OSError: pass
    return 1
"""),
    leaves("closes what all share", "import os\nos.close(0)\nos.close(1)\nos.close(2)"),
    Attack("appends to what is shared", EXCEPTION, "Permission", """\
import fcntl, os
def f(x):
    for d in range(24):
        try: os.lseek(d, 0, os.SEEK_CUR)
        except OSError: continue
        fcntl.fcntl(d, fcntl.F_SETFL, os.O_APPEND)
"""),
    returning("leaves a note in whatever is open", None, """\
import os
def f(x):
    for d in range(24):
        try: os.pwrite(d, b'note', 60_000)
        except OSError: pass
"""),
    leaves("raises a counter for the next", """\
import os
for d in range(3, 24):
    try: os.eventfd_write(d, 1)
    except OSError: pass"""),
    Attack("answers in the zygote's name", KILLED, "exit status 0", """\
import os, socket
def f(x):
    for d in range(24):
        try:
            s = socket.socket(fileno=d)
            s.send(bytes(13))
            s.shutdown(2)
        except OSError: pass
    os._exit(0)
"""),
    Attack("leaves a stopped child", EXCEPTION, "BlockingIOError", """\
import os, time
def f(x):
    if os.fork() == 0: time.sleep(999)
""", unguarded=True),
)

POISONING = (*INTERPRETER, *MEMORY, *DESCRIPTORS)
