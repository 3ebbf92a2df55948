"""Exhaust: time, memory, stack, processes, descriptors, output, and the patience of whoever reads it."""

from __future__ import annotations

from attack import EXCEPTION, KILLED, MEMORY, OK, OUTPUT, REFUSED, TIMEOUT, WRONG_SHAPE, Attack, returning

NO_END = "CPU|more than"

TIME = (
    Attack("loops while loading", TIMEOUT, "CPU", "while True: pass\n"),
    Attack("loops and catches all", TIMEOUT, "CPU", """\
def f(x):
    while True:
        try:
            while True: pass
        except BaseException: pass
"""),
    Attack("ignores its timer", TIMEOUT, "CPU", """\
import signal
signal.signal(signal.SIGPROF, signal.SIG_IGN)
signal.setitimer(signal.ITIMER_PROF, 0)
def f(x):
    while True: pass
"""),
    Attack("blocks every signal", TIMEOUT, "CPU", """\
import signal
signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
def f(x):
    while True: pass
"""),
    Attack("handles every signal", TIMEOUT, "CPU", """\
import signal
for n in range(1, 65):
    try: signal.signal(n, lambda *a: None)
    except (OSError, ValueError): pass
def f(x):
    while True: pass
"""),
    Attack("outlives its timer and then returns", TIMEOUT, "CPU", """\
import signal, time
signal.setitimer(signal.ITIMER_PROF, 0)
def f(x):
    while time.process_time() < .7: pass
    return 1
"""),
    Attack("says that it took no time", TIMEOUT, "CPU", """\
import os, signal, time
signal.setitimer(signal.ITIMER_PROF, 0)
def f(x):
    while time.process_time() < .7: pass
    for d in range(3, 24):
        try: os.pwrite(d, b'["ok",1,0]\\n', 0)
        except OSError: pass
    os._exit(0)
"""),
    Attack("replaces its clock", TIMEOUT, "CPU", """\
import signal, time
signal.setitimer(signal.ITIMER_PROF, 0)
clock = time.process_time
time.process_time = time.perf_counter = lambda: 0.0
def f(x):
    while clock() < .7: pass
    return 1
"""),
    Attack("computes without a byte of Python", TIMEOUT, "CPU", "def f(x): return 9 ** 9 ** 9 % 7\n"),
    Attack("backtracks forever", TIMEOUT, "CPU", "import re\ndef f(x): return re.match('(a+)+$', 'a' * 40 + 'b')\n"),
    Attack("sums without end", TIMEOUT, "CPU", "import itertools\ndef f(x): return sum(itertools.repeat(1))\n"),
    Attack("makes a dictionary of colliding keys", (TIMEOUT, WRONG_SHAPE), "CPU|own result", """\
def f(x): return dict.fromkeys(i * ((1 << 61) - 1) for i in range(100_000))
"""),
    Attack("prints a number of a million digits", (TIMEOUT, OUTPUT), NO_END, """\
import sys
def f(x):
    sys.set_int_max_str_digits(0)
    return str(3 ** 4_000_000)
"""),
    Attack("catches that it is out of stack, again and again", TIMEOUT, "CPU", """\
def f(x):
    while True:
        try: f(x)
        except RecursionError: pass
"""),
    Attack("collects garbage all the time", TIMEOUT, "CPU", """\
import gc
gc.set_threshold(1)
gc.callbacks.append(lambda *a: [[] for _ in range(50)])
def f(x):
    a = []
    while True: a = [[a] for _ in range(3)][:1]
"""),
    Attack("yields its processor all the time", TIMEOUT, NO_END, """\
import time
def f(x):
    while True: time.sleep(0)
"""),
    Attack("waits for ever", TIMEOUT, "more than", "import threading\ndef f(x): threading.Event().wait()\n"),
    Attack("sleeps for years", TIMEOUT, "more than", "import time\ndef f(x): time.sleep(10 ** 9)\n"),
    Attack("waits for a signal and blocks all", TIMEOUT, "more than", """\
import signal
signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
def f(x):
    while True: signal.sigwait([signal.SIGUSR1])
"""),
    Attack("waits for a lock that it has", TIMEOUT, "more than", """\
import threading
lock = threading.Lock()
def f(x):
    lock.acquire()
    lock.acquire()
"""),
    Attack("sleeps, wakes and sleeps", TIMEOUT, "more than", """\
import time
def f(x):
    while True: time.sleep(.001)
"""),
    Attack("waits for input", EXCEPTION, "EOFError", "def f(x): return input()\n"),
    Attack("waits for children that it has not", EXCEPTION, "ChildProcessError", "import os\ndef f(x): os.wait()\n"),
)

MEMORY_AND_STACK = (
    Attack("takes memory", MEMORY, "MemoryError", """\
def f(x):
    a = [0]
    while True: a = a + a
""", unguarded=True),
    Attack("takes memory while loading", MEMORY, "MemoryError", "a = 'a' * (1 << 34)\n", unguarded=True),
    Attack("takes memory and catches it", TIMEOUT, "CPU", """\
def f(x):
    a = []
    while True:
        try: a.append('a' * (1 << 20))
        except MemoryError: pass
""", unguarded=True),
    # 3.13 runs out of C stack where it frees a chain as long as that
    Attack("takes memory in small pieces", (MEMORY, KILLED), "MemoryError|SIGSEGV", """\
def f(x):
    a = None
    while True: a = (a, [a])
""", unguarded=True),
    Attack("maps memory", EXCEPTION, "OSError", """\
import mmap
def f(x): return len([mmap.mmap(-1, 1 << 30) for _ in range(9)])
""", unguarded=True),
    Attack("maps memory that is shared", EXCEPTION, "OSError|ValueError", """\
import mmap
def f(x): return len([mmap.mmap(-1, 1 << 26, flags=mmap.MAP_SHARED) for _ in range(99)])
""", unguarded=True),
    returning("asks the C library for memory", 0, """\
import ctypes
def f(x):
    malloc = ctypes.CDLL(None).malloc
    malloc.restype = ctypes.c_void_p
    return sum(1 << 26 for _ in range(20) if malloc(ctypes.c_size_t(1 << 32)))
""", unguarded=True),
    returning("locks memory", -1, """\
import ctypes
def f(x): return ctypes.CDLL(None).mlockall(3)
""", unguarded=True),
    Attack("unpacks a bomb", MEMORY, "MemoryError", """\
import zlib
def f(x):
    packer = zlib.compressobj(9)
    bomb = b''.join(packer.compress(bytes(1 << 20)) for _ in range(256)) + packer.flush()
    return len(zlib.decompress(bomb))
""", unguarded=True),
    Attack("recurses in Python", EXCEPTION, "RecursionError", "def f(x): return f(x)\n"),
    Attack("recurses in Python without a limit", (KILLED, MEMORY, EXCEPTION), "SIG|Error", """\
import sys
sys.setrecursionlimit(10 ** 9)
def f(x): return [f(x)]
""", unguarded=True),
    Attack("recurses in C", (KILLED, EXCEPTION), "SIGSEGV|RecursionError", """\
import sys
sys.setrecursionlimit(10 ** 9)
def f(x):
    o = []
    for _ in range(10 ** 5): o = [o]
    return repr(o)
"""),
    Attack("frees a chain of a million links", (OK, KILLED), "^$|SIG", """\
def f(x):
    a = None
    for _ in range(300_000): a = [a]
    del a
"""),
    Attack("jumps to where no code is", KILLED, "SIG", """\
import ctypes
def f(x): ctypes.CFUNCTYPE(None)(64)()
"""),
    Attack("runs bytecode that no compiler makes", (KILLED, EXCEPTION), "SIG|Error", """\
def g(): return 1
def f(x):
    g.__code__ = g.__code__.replace(co_code=bytes([100, 255, 100, 254, 131, 9] * 40), co_stacksize=0)
    return g()
"""),
    Attack("frees what is in use", (KILLED, OK, EXCEPTION), "^$|SIG|Error", """\
import ctypes
def f(x):
    for o in (None, True, 0, '', ()):
        ctypes.c_ssize_t.from_address(id(o)).value = 0
    return [[None, ''], [()]] * 50
""", [[None, ""], [()]] * 50),  # which it is from 3.12 on, where these are never freed
)

COMPILING = (
    Attack("has a thousand brackets", (REFUSED, MEMORY), "SyntaxError|MemoryError", "x = " + "(" * 1000 + ")" * 1000),
    Attack("adds a hundred thousand ones", (REFUSED, MEMORY, KILLED), "", "x = 1" + "+1" * 100_000),
    Attack("negates a hundred thousand times", (REFUSED, MEMORY, KILLED), "", "x = " + "-" * 100_000 + "1"),
    Attack("multiplies texts while it is compiled", (REFUSED, MEMORY, TIMEOUT), "",
           "x = 'a' * 4000 * 4000 * 4000 * 4000"),
    Attack("has a power that the compiler might work out", (TIMEOUT, MEMORY), "", "x = 9 ** 9 ** 9\n"),
    Attack("has a number of a million digits", REFUSED, "Exceeds the limit", "x = " + "9" * 1_000_000),
    Attack("nests a hundred blocks", REFUSED, "too many|IndentationError|SyntaxError", "".join(
        " " * i + "if 1:\n" for i in range(120)) + " " * 120 + "pass\n"),
    Attack("has a null byte", REFUSED, "null bytes", "x = 1\0\n"),
    Attack("has half a surrogate pair", REFUSED, "surrogate|Unicode", "x = '\ud800'\n"),
    Attack("is a comment of a megabyte", REFUSED, "defines no function", "#" + "a" * 1_000_000),
    Attack("has fifty thousand functions", REFUSED, "defines no function|CPU", "".join(
        f"def g{i}(): pass\n" for i in range(3_000))),
)

PROCESSES = (
    Attack("forks", EXCEPTION, "BlockingIOError", "import os\ndef f(x):\n    while True: os.fork()\n", unguarded=True),
    Attack("forks while loading", EXCEPTION, "BlockingIOError", "import os\nwhile True: os.fork()\n", unguarded=True),
    Attack("forks with a terminal", EXCEPTION, "Error", "import os\ndef f(x): return os.forkpty()\n", unguarded=True),
    Attack("starts a worker", EXCEPTION, "Error", """\
import multiprocessing
def f(x): multiprocessing.get_context('fork').Process(target=print).start()
""", unguarded=True),
    Attack("starts threads", EXCEPTION, "can't start new thread", """\
import threading
def f(x): threading.Thread(target=lambda: 1).start()
""", unguarded=True),
    Attack("starts threads without end", EXCEPTION, "can't start new thread", """\
import _thread, time
def f(x):
    while True: _thread.start_new_thread(time.sleep, (9,))
""", unguarded=True),
    Attack("raises its limit of processes and forks", EXCEPTION, "not allowed|BlockingIOError", """\
import os, resource as r
def f(x):
    r.setrlimit(r.RLIMIT_NPROC, (99, 99))
    os.fork()
""", unguarded=True),
    Attack("opens descriptors", EXCEPTION, "OSError: .Errno 24",
           "import os\ndef f(x):\n    while True: os.eventfd(0)\n"),
    Attack("makes pipes", EXCEPTION, "Permission", "import os\ndef f(x):\n    while True: os.pipe()\n"),
    Attack("copies descriptors", EXCEPTION, "Permission|OSError", "import os\ndef f(x):\n    while True: os.dup(0)\n"),
    Attack("raises its limits", EXCEPTION, "not allowed to raise maximum limit", """\
import resource as r
def f(x): r.setrlimit(r.RLIMIT_AS, (-1, -1))
"""),
    Attack("raises its limit of time", EXCEPTION, "not allowed to raise maximum limit", """\
import resource as r
def f(x): r.setrlimit(r.RLIMIT_CPU, (999, 999))
"""),
    Attack("makes itself more important", EXCEPTION, "Permission", "import os\ndef f(x): os.nice(-20)\n"),
)

OUTPUT_FLOODS = (
    Attack("returns ten megabytes", OUTPUT, "text of|bytes of output", "def f(x): return 'a' * 10_000_000\n"),
    Attack("returns as much, in pieces", OUTPUT, "bytes of output", "def f(x): return ['a' * 1000] * 10_000\n"),
    Attack("prints without end", TIMEOUT, "CPU", "def f(x):\n    while True: print('a' * 10_000)\n", unguarded=True),
    Attack("writes errors without end", TIMEOUT, "CPU", """\
import sys
def f(x):
    while True: sys.stderr.write('a' * 10_000)
""", unguarded=True),
    Attack("fills its result file", KILLED, "left before|SIGXFSZ", """\
import os
def f(x):
    for d in range(3, 24):
        try:
            while True: os.write(d, b'a' * 65536)
        except OSError: pass
    os._exit(0)
""", unguarded=True),
    Attack("makes a result file with a hole of terabytes", (KILLED, WRONG_SHAPE), "left before|own result", """\
import os
def f(x):
    for d in range(3, 24):
        try: os.ftruncate(d, 1 << 42)
        except OSError: pass
        try: os.pwrite(d, b'1', 1 << 42)
        except OSError: pass
    os._exit(0)
"""),
    Attack("writes a hundred thousand empty lists", WRONG_SHAPE, "own result|more records", """\
import os
def f(x):
    for d in range(3, 24):
        try: os.pwrite(d, b'["ok",[' + b'[],' * 30_000 + b'[]],0]\\n' * 2, 0)
        except OSError: pass
    os._exit(0)
"""),
)

EXHAUSTING = (*TIME, *MEMORY_AND_STACK, *COMPILING, *PROCESSES, *OUTPUT_FLOODS)
