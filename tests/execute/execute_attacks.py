"""Hostile programs by intent, each with the outcome it must have and a pattern of what is said about it."""

from __future__ import annotations

from dataclasses import dataclass

from checkable.core.candidate import Outcome


@dataclass(frozen=True)
class Attack:
    intent: str
    name: str
    outcome: Outcome
    error: str
    source: str


ATTACKS = (
    Attack("forge", "exits while loading", Outcome.EXCEPTION, "SystemExit: 0", """\
import sys
sys.exit(0)
"""),
    Attack("forge", "exits in the call", Outcome.EXCEPTION, "SystemExit", """\
import sys
def f(x): sys.exit(0)
"""),
    Attack("forge", "leaves without returning", Outcome.KILLED, "exit status 0", """\
import os
def f(x): os._exit(0)
"""),
    Attack("forge", "leaves as if set-up had failed", Outcome.KILLED, "exit status 77", """\
import os
def f(x): os._exit(77)
"""),
    Attack("forge", "raises an interrupt", Outcome.EXCEPTION, "KeyboardInterrupt", """\
def f(x): raise KeyboardInterrupt
"""),
    Attack("forge", "raises what is no Exception", Outcome.EXCEPTION, "B: b", """\
class B(BaseException): pass
def f(x): raise B('b')
"""),
    Attack("forge", "raises what cannot be said", Outcome.EXCEPTION, "E: .its message cannot be had: SystemExit", """\
class E(Exception):
    def __str__(s): raise SystemExit
def f(x): raise E
"""),
    Attack("forge", "says a gigabyte", Outcome.EXCEPTION, "E: .its message cannot be had: MemoryError", """\
class E(Exception):
    def __str__(s): return 'a' * (1 << 30)
def f(x): raise E
"""),
    Attack("forge", "is equal to everything", Outcome.WRONG_SHAPE, "a A is not plain data", """\
class A:
    def __eq__(s, o): return True
def f(x): return A()
"""),
    Attack("forge", "lies about its class", Outcome.WRONG_SHAPE, "plain data", """\
class A:
    __class__ = list
def f(x): return A()
"""),
    Attack("forge", "lies about its name", Outcome.WRONG_SHAPE, "a A is not", """\
class M(type):
    __name__ = 'int'
class A(metaclass=M): pass
def f(x): return A()
"""),
    Attack("forge", "patches the builtins", Outcome.OK, "", """\
import builtins
def f(x):
    for n in ('type', 'len', 'isinstance', 'str', 'list', 'print'):
        setattr(builtins, n, lambda *a: 0)
    return [1]
"""),
    Attack("forge", "patches json", Outcome.OK, "", """\
import json
def f(x):
    json.encoder.encode_basestring_ascii = json.dumps = lambda *a, **k: '0'
    return ['a']
"""),
    Attack("forge", "writes a second record", Outcome.WRONG_SHAPE, "more records than inputs", """\
import os
def f(x):
    for d in range(3, 24):
        try: os.pwrite(d, b'["ok",7,0]\\n' * 9, 0)
        except OSError: pass
    os._exit(0)
"""),
    Attack("forge", "writes rubbish", Outcome.OK, "", """\
import os
def f(x):
    for d in range(3, 24):
        try: os.pwrite(d, b'\\xff[[[[', 0)
        except OSError: pass
    return 1
"""),
    Attack("forge", "writes an outcome of ours", Outcome.WRONG_SHAPE, "wrote into its own result", """\
import os
def f(x):
    for d in range(3, 24):
        try: os.pwrite(d, b'["infrastructure","",0]\\n', 0)
        except OSError: pass
    os._exit(0)
"""),
    Attack("forge", "nests too deep", Outcome.WRONG_SHAPE, "wrote into its own result", """\
import os
def f(x):
    for d in range(3, 24):
        try: os.pwrite(d, b'[' * 90000 + b'\\n', 0)
        except OSError: pass
    os._exit(0)
"""),
    Attack("forge", "closes its descriptors", Outcome.KILLED, "exit status 1", """\
import os
def f(x): os.closerange(0, 24)
"""),
    Attack("forge", "closes its output", Outcome.OK, "", """\
import sys
def f(x):
    sys.stdout.close()
    sys.stderr.close()
    return 1
"""),
    Attack("forge", "registers exit handlers", Outcome.OK, "", """\
import atexit, weakref
class D:
    def __del__(s):
        while True: pass
d = D()
def loop():
    while True: pass
atexit.register(loop)
def f(x): return 1
"""),
    Attack("forge", "replaces the runner's functions", Outcome.OK, "", """\
import os, sys
def f(x):
    os._exit = os.pwrite = lambda *a: 0
    return 1
"""),
    Attack("steal", "reads a file", Outcome.EXCEPTION, "Permission", """\
def f(x): return open('/etc/passwd').read()
"""),
    Attack("steal", "lists a directory", Outcome.EXCEPTION, "Permission", """\
import os
def f(x): return os.listdir('/')
"""),
    Attack("steal", "asks whether a file exists", Outcome.OK, "", """\
import os
def f(x): return os.path.exists('/etc') or os.path.exists('/')
"""),
    Attack("steal", "reads another's memory", Outcome.EXCEPTION, "Permission", """\
def f(x): return open('/proc/1/mem', 'rb').read(1)
"""),
    Attack("steal", "looks into the environment", Outcome.OK, "", """\
import os
def f(x): return dict(os.environ) and 1 / 0
"""),
    Attack("steal", "searches the heap for other programs", Outcome.OK, "", """\
import gc
def f(x): return sum(1 for o in gc.get_objects() if isinstance(o, dict) and o.get('sec' + 'ret'))
"""),
    Attack("steal", "walks the frames above", Outcome.OK, "", """\
import sys
def f(x):
    f, n = sys._getframe(), []
    while f:
        n += [k for k in f.f_locals if 'expected' in k or 'answer' in k]
        f = f.f_back
    return n
"""),
    Attack("exhaust", "loops and catches all", Outcome.TIMEOUT, "CPU", """\
def f(x):
    while True:
        try:
            while True: pass
        except BaseException: pass
"""),
    Attack("exhaust", "ignores its timer", Outcome.TIMEOUT, "CPU", """\
import signal
signal.signal(signal.SIGPROF, signal.SIG_IGN)
signal.setitimer(signal.ITIMER_PROF, 0)
def f(x):
    while True: pass
"""),
    Attack("exhaust", "blocks every signal", Outcome.TIMEOUT, "CPU", """\
import signal
signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
def f(x):
    while True: pass
"""),
    Attack("exhaust", "outlives its timer and then returns", Outcome.TIMEOUT, "CPU", """\
import signal, time
signal.setitimer(signal.ITIMER_PROF, 0)
def f(x):
    while time.process_time() < .9: pass
    return 1
"""),
    Attack("exhaust", "computes without a byte of Python", Outcome.TIMEOUT, "CPU", """\
def f(x): return 9 ** 9 ** 9 % 7
"""),
    Attack("exhaust", "backtracks forever", Outcome.TIMEOUT, "CPU", """\
import re
def f(x): return re.match('(a+)+$', 'a' * 40 + 'b')
"""),
    Attack("exhaust", "waits for ever", Outcome.TIMEOUT, "more than", """\
import threading
def f(x): threading.Event().wait()
"""),
    Attack("exhaust", "waits for input", Outcome.EXCEPTION, "EOFError", """\
def f(x): return input()
"""),
    Attack("exhaust", "forks", Outcome.EXCEPTION, "BlockingIOError", """\
import os
def f(x):
    while True: os.fork()
"""),
    Attack("exhaust", "starts threads", Outcome.EXCEPTION, "RuntimeError: can't start new thread", """\
import threading
def f(x):
    threading.Thread(target=lambda: 1).start()
"""),
    Attack("exhaust", "opens descriptors", Outcome.EXCEPTION, "OSError: .Errno 24", """\
import os
def f(x):
    while True: os.eventfd(0)
"""),
    Attack("exhaust", "takes memory", Outcome.MEMORY, "MemoryError", """\
def f(x):
    a = [0]
    while True: a = a + a
"""),
    Attack("exhaust", "takes memory and catches it", Outcome.TIMEOUT, "CPU", """\
def f(x):
    a = []
    while True:
        try: a.append('a' * (1 << 20))
        except MemoryError: pass
"""),
    Attack("exhaust", "maps memory", Outcome.EXCEPTION, "OSError", """\
import mmap
def f(x): return len([mmap.mmap(-1, 1 << 30) for _ in range(9)])
"""),
    Attack("exhaust", "raises its limits", Outcome.EXCEPTION, "not allowed to raise maximum limit", """\
import resource as r
def f(x): r.setrlimit(r.RLIMIT_AS, (-1, -1))
"""),
    Attack("exhaust", "prints without end", Outcome.TIMEOUT, "CPU", """\
def f(x):
    while True: print('a' * 10_000)
"""),
    Attack("exhaust", "recurses in C", Outcome.KILLED, "SIGSEGV", """\
import sys
sys.setrecursionlimit(10**9)
def f(x):
    o = []
    for _ in range(10**5): o = [o]
    return repr(o)
"""),
    Attack("exhaust", "fills its result file", Outcome.KILLED, "left before", """\
import os
def f(x):
    for d in range(3, 24):
        try:
            while True: os.write(d, b'a' * 65536)
        except OSError: pass
    os._exit(0)
"""),
    Attack("escape", "connects", Outcome.EXCEPTION, "Permission", """\
import socket
def f(x): socket.socket().connect(('127.0.0.1', 80))
"""),
    Attack("escape", "opens a datagram socket", Outcome.EXCEPTION, "Permission", """\
import socket
def f(x): socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
"""),
    Attack("escape", "opens a unix socket", Outcome.EXCEPTION, "Permission", """\
import socket
def f(x): socket.socket(socket.AF_UNIX)
"""),
    Attack("escape", "starts a shell", Outcome.EXCEPTION, "Error", """\
import subprocess
def f(x): subprocess.run('id', shell=True)
"""),
    Attack("escape", "becomes a shell", Outcome.EXCEPTION, "Permission", """\
import os
def f(x): os.execv('/bin/sh', ['sh'])
"""),
    Attack("escape", "kills its parent", Outcome.EXCEPTION, "Permission", """\
import os
def f(x): os.kill(os.getppid(), 9)
"""),
    Attack("escape", "kills everybody", Outcome.EXCEPTION, "Permission", """\
import os
def f(x): os.kill(-1, 9)
"""),
    Attack("escape", "limits its parent", Outcome.EXCEPTION, "Permission", """\
import os, resource as r
def f(x): r.prlimit(os.getppid(), r.RLIMIT_NOFILE, (0, 0))
"""),
    Attack("escape", "traces its parent", Outcome.OK, "", """\
import ctypes, os
def f(x):
    l = ctypes.CDLL(None, use_errno=True)
    return [l.ptrace(16, os.getppid(), 0, 0), ctypes.get_errno()]
"""),
    Attack("escape", "writes a file", Outcome.EXCEPTION, "Permission", """\
def f(x): open('/tmp/checkable-hostile', 'w')
"""),
    Attack("escape", "makes a shared file", Outcome.EXCEPTION, "Permission", """\
import os
def f(x): os.memfd_create('notes')
"""),
    Attack("escape", "writes to the standard library", Outcome.EXCEPTION, "Permission", """\
import os
def f(x): open(os.__file__, 'a')
"""),
    Attack("escape", "changes flags of a shared descriptor", Outcome.EXCEPTION, "Permission", """\
import fcntl
def f(x): fcntl.fcntl(0, fcntl.F_SETFL, 1024)
"""),
    Attack("escape", "speaks on the zygote's socket", Outcome.OK, "", """\
import os
def f(x):
    n = []
    for d in range(3, 24):
        try: os.write(d, b''); n.append(d)
        except OSError: pass
    return len(n) < 2
"""),
    Attack("escape", "uses the other calling convention", Outcome.KILLED, "SIGSYS", """\
import ctypes
def f(x): return ctypes.CDLL(None).syscall(0x40000000 + 39)
"""),
    Attack("poison", "patches builtins for the next", Outcome.OK, "", """\
import builtins, sys
builtins.sorted = None
sys.modules['math'] = None
def f(x): return 1
"""),
    Attack("poison", "leaves a note in a module", Outcome.OK, "", """\
import re
re.note = 'here'
def f(x): return 1
"""),
    Attack("poison", "seeds random for the next", Outcome.OK, "", """\
import random
random.seed(99)
def f(x): return random.random() and 1
"""),
    Attack("poison", "changes the interpreter", Outcome.OK, "", """\
import sys, gc
sys.setrecursionlimit(50)
sys.set_int_max_str_digits(640)
gc.disable()
def f(x): return 1
"""),
)
