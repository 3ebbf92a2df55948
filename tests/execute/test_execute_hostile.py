"""Programs that forge, steal, exhaust, escape or poison: each is contained, and the next program never notices.

Every attack is followed by an honest program on the same zygote, which must not have been replaced.
"""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import BRIEF, zygotes

from checkable.core.candidate import Outcome

pytestmark = pytest.mark.skipif(os.uname().machine not in ("x86_64", "aarch64"), reason="no filter for this machine")

PATIENT = replace(BRIEF, cpu_seconds=10.0, wall_seconds=40.0)  # for what should not depend on how busy the machine is
# name: (source, outcome, pattern of the error)
FORGE = {
    "exits while loading": ("import sys\nsys.exit(0)", Outcome.EXCEPTION, "SystemExit: 0"),
    "exits in the call": ("import sys\ndef f(x): sys.exit(0)", Outcome.EXCEPTION, "SystemExit"),
    "leaves without returning": ("import os\ndef f(x): os._exit(0)", Outcome.KILLED, "exit status 0"),
    "leaves as if set-up had failed": ("import os\ndef f(x): os._exit(77)", Outcome.KILLED, "exit status 77"),
    "raises an interrupt": ("def f(x): raise KeyboardInterrupt", Outcome.EXCEPTION, "KeyboardInterrupt"),
    "raises what is no Exception": ("class B(BaseException): pass\ndef f(x): raise B('b')", Outcome.EXCEPTION, "B: b"),
    "raises what cannot be said": ("class E(Exception):\n    def __str__(s): raise SystemExit\ndef f(x): raise E",
                                   Outcome.EXCEPTION, "E: .its message cannot be had: SystemExit"),
    "says a gigabyte": ("class E(Exception):\n    def __str__(s): return 'a' * (1 << 30)\ndef f(x): raise E",
                        Outcome.EXCEPTION, "E: .its message cannot be had: MemoryError"),
    "is equal to everything": ("class A:\n    def __eq__(s, o): return True\ndef f(x): return A()",
                               Outcome.WRONG_SHAPE, "a A is not plain data"),
    "lies about its class": ("class A:\n    __class__ = list\ndef f(x): return A()", Outcome.WRONG_SHAPE, "plain data"),
    "lies about its name": ("class M(type):\n    __name__ = 'int'\nclass A(metaclass=M): pass\ndef f(x): return A()",
                            Outcome.WRONG_SHAPE, "a A is not"),
    "patches the builtins": ("import builtins\ndef f(x):\n    for n in ('type', 'len', 'isinstance', 'str', 'list', 'print'):\n"
                             "        setattr(builtins, n, lambda *a: 0)\n    return [1]", Outcome.OK, ""),
    "patches json": ("import json\ndef f(x):\n    json.encoder.encode_basestring_ascii = json.dumps = lambda *a, **k: '0'\n"
                     "    return ['a']", Outcome.OK, ""),
    "writes a second record": ("import os\ndef f(x):\n    for d in range(3, 24):\n        try: os.pwrite(d, b'[\"ok\",7,0]\\n' * 9, 0)\n"
                               "        except OSError: pass\n    os._exit(0)", Outcome.WRONG_SHAPE, "more records than inputs"),
    "writes rubbish": ("import os\ndef f(x):\n    for d in range(3, 24):\n        try: os.pwrite(d, b'\\xff[[[[', 0)\n"
                       "        except OSError: pass\n    return 1", Outcome.OK, ""),
    "writes an outcome of ours": ("import os\ndef f(x):\n    for d in range(3, 24):\n"
                                  "        try: os.pwrite(d, b'[\"infrastructure\",\"\",0]\\n', 0)\n        except OSError: pass\n"
                                  "    os._exit(0)", Outcome.WRONG_SHAPE, "wrote into its own result"),
    "nests too deep": ("import os\ndef f(x):\n    for d in range(3, 24):\n        try: os.pwrite(d, b'[' * 90000 + b'\\n', 0)\n"
                       "        except OSError: pass\n    os._exit(0)", Outcome.WRONG_SHAPE, "wrote into its own result"),
    "closes its descriptors": ("import os\ndef f(x): os.closerange(0, 24)", Outcome.KILLED, "exit status 1"),
    "closes its output": ("import sys\ndef f(x):\n    sys.stdout.close()\n    sys.stderr.close()\n    return 1", Outcome.OK, ""),
    "registers exit handlers": ("import atexit, weakref\nclass D:\n    def __del__(s):\n        while True: pass\nd = D()\n"
                                "def loop():\n    while True: pass\natexit.register(loop)\ndef f(x): return 1", Outcome.OK, ""),
    "replaces the runner's functions": ("import os, sys\ndef f(x):\n    os._exit = os.pwrite = lambda *a: 0\n    return 1",
                                        Outcome.OK, ""),
}
STEAL = {
    "reads a file": ("def f(x): return open('/etc/passwd').read()", Outcome.EXCEPTION, "Permission"),
    "lists a directory": ("import os\ndef f(x): return os.listdir('/')", Outcome.EXCEPTION, "Permission"),
    "asks whether a file exists": ("import os\ndef f(x): return os.path.exists('/etc') or os.path.exists('/')", Outcome.OK, ""),
    "reads another's memory": ("def f(x): return open('/proc/1/mem', 'rb').read(1)", Outcome.EXCEPTION, "Permission"),
    "looks into the environment": ("import os\ndef f(x): return dict(os.environ) and 1 / 0", Outcome.OK, ""),
    "searches the heap for other programs": (
        "import gc\ndef f(x): return sum(1 for o in gc.get_objects() if isinstance(o, dict) and o.get('sec' + 'ret'))",
        Outcome.OK, ""),
    "walks the frames above": ("import sys\ndef f(x):\n    f, n = sys._getframe(), []\n    while f:\n"
                               "        n += [k for k in f.f_locals if 'expected' in k or 'answer' in k]\n        f = f.f_back\n"
                               "    return n", Outcome.OK, ""),
}
EXHAUST = {
    "loops and catches all": ("def f(x):\n    while True:\n        try:\n            while True: pass\n        except BaseException: pass",
                              Outcome.TIMEOUT, "CPU"),
    "ignores its timer": ("import signal\nsignal.signal(signal.SIGPROF, signal.SIG_IGN)\nsignal.setitimer(signal.ITIMER_PROF, 0)\n"
                          "def f(x):\n    while True: pass", Outcome.TIMEOUT, "CPU"),
    "blocks every signal": ("import signal\nsignal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))\ndef f(x):\n    while True: pass",
                            Outcome.TIMEOUT, "CPU"),
    "outlives its timer and then returns": (
        "import signal, time\nsignal.setitimer(signal.ITIMER_PROF, 0)\ndef f(x):\n    while time.process_time() < .9: pass\n"
        "    return 1", Outcome.TIMEOUT, "CPU"),
    "computes without a byte of Python": ("def f(x): return 9 ** 9 ** 9 % 7", Outcome.TIMEOUT, "CPU"),
    "backtracks forever": ("import re\ndef f(x): return re.match('(a+)+$', 'a' * 40 + 'b')", Outcome.TIMEOUT, "CPU"),
    "waits for ever": ("import threading\ndef f(x): threading.Event().wait()", Outcome.TIMEOUT, "more than"),
    "waits for input": ("def f(x): return input()", Outcome.EXCEPTION, "EOFError"),
    "forks": ("import os\ndef f(x):\n    while True: os.fork()", Outcome.EXCEPTION, "BlockingIOError"),
    "starts threads": ("import threading\ndef f(x):\n    threading.Thread(target=lambda: 1).start()", Outcome.EXCEPTION,
                       "RuntimeError: can't start new thread"),
    "opens descriptors": ("import os\ndef f(x):\n    while True: os.eventfd(0)", Outcome.EXCEPTION, "OSError: .Errno 24"),
    "takes memory": ("def f(x):\n    a = [0]\n    while True: a = a + a", Outcome.MEMORY, "MemoryError"),
    "takes memory and catches it": ("def f(x):\n    a = []\n    while True:\n        try: a.append('a' * (1 << 20))\n"
                                    "        except MemoryError: pass", Outcome.TIMEOUT, "CPU"),
    "maps memory": ("import mmap\ndef f(x): return len([mmap.mmap(-1, 1 << 30) for _ in range(9)])", Outcome.EXCEPTION,
                    "OSError"),
    "raises its limits": ("import resource as r\ndef f(x): r.setrlimit(r.RLIMIT_AS, (-1, -1))", Outcome.EXCEPTION,
                          "not allowed to raise maximum limit"),
    "prints without end": ("def f(x):\n    while True: print('a' * 10_000)", Outcome.TIMEOUT, "CPU"),
    "recurses in C": ("import sys\nsys.setrecursionlimit(10**9)\ndef f(x):\n    o = []\n    for _ in range(10**5): o = [o]\n"
                      "    return repr(o)", Outcome.KILLED, "SIGSEGV"),
    "fills its result file": ("import os\ndef f(x):\n    for d in range(3, 24):\n        try:\n            while True: os.write(d, b'a' * 65536)\n"
                              "        except OSError: pass\n    os._exit(0)", Outcome.KILLED, "left before"),
}
ESCAPE = {
    "connects": ("import socket\ndef f(x): socket.socket().connect(('127.0.0.1', 80))", Outcome.EXCEPTION, "Permission"),
    "opens a datagram socket": ("import socket\ndef f(x): socket.socket(socket.AF_INET, socket.SOCK_DGRAM)",
                                Outcome.EXCEPTION, "Permission"),
    "opens a unix socket": ("import socket\ndef f(x): socket.socket(socket.AF_UNIX)", Outcome.EXCEPTION, "Permission"),
    "starts a shell": ("import subprocess\ndef f(x): subprocess.run('id', shell=True)", Outcome.EXCEPTION, "Error"),
    "becomes a shell": ("import os\ndef f(x): os.execv('/bin/sh', ['sh'])", Outcome.EXCEPTION, "Permission"),
    "kills its parent": ("import os\ndef f(x): os.kill(os.getppid(), 9)", Outcome.EXCEPTION, "Permission"),
    "kills everybody": ("import os\ndef f(x): os.kill(-1, 9)", Outcome.EXCEPTION, "Permission"),
    "limits its parent": ("import os, resource as r\ndef f(x): r.prlimit(os.getppid(), r.RLIMIT_NOFILE, (0, 0))",
                          Outcome.EXCEPTION, "Permission"),
    "traces its parent": ("import ctypes, os\ndef f(x):\n    l = ctypes.CDLL(None, use_errno=True)\n"
                          "    return [l.ptrace(16, os.getppid(), 0, 0), ctypes.get_errno()]", Outcome.OK, ""),
    "writes a file": ("def f(x): open('/tmp/checkable-hostile', 'w')", Outcome.EXCEPTION, "Permission"),
    "makes a shared file": ("import os\ndef f(x): os.memfd_create('notes')", Outcome.EXCEPTION, "Permission"),
    "writes to the standard library": ("import os\ndef f(x): open(os.__file__, 'a')", Outcome.EXCEPTION, "Permission"),
    "changes flags of a shared descriptor": ("import fcntl\ndef f(x): fcntl.fcntl(0, fcntl.F_SETFL, 1024)", Outcome.EXCEPTION,
                                             "Permission"),
    "speaks on the zygote's socket": (
        "import os\ndef f(x):\n    n = []\n    for d in range(3, 24):\n        try: os.write(d, b''); n.append(d)\n"
        "        except OSError: pass\n    return len(n) < 2", Outcome.OK, ""),
    "uses the other calling convention": ("import ctypes\ndef f(x): return ctypes.CDLL(None).syscall(0x40000000 + 39)",
                                          Outcome.KILLED, "SIGSYS"),
}
POISON = {
    "patches builtins for the next": ("import builtins, sys\nbuiltins.sorted = None\nsys.modules['math'] = None\ndef f(x): return 1",
                                      Outcome.OK, ""),
    "leaves a note in a module": ("import re\nre.note = 'here'\ndef f(x): return 1", Outcome.OK, ""),
    "seeds random for the next": ("import random\nrandom.seed(99)\ndef f(x): return random.random() and 1", Outcome.OK, ""),
    "changes the interpreter": ("import sys, gc\nsys.setrecursionlimit(50)\nsys.set_int_max_str_digits(640)\ngc.disable()\n"
                                "def f(x): return 1", Outcome.OK, ""),
}
ATTACKS = FORGE | STEAL | EXHAUST | ESCAPE | POISON

HONEST = """
import math, random, re
def f(x):
    return [sorted(x), math.floor(2.5), hasattr(re, 'note'), random.random(), len(str(10 ** 1000))]
"""
HONEST_VALUE = [["a", "b"], 2, False, 0.8444218515250481, 1001]


@pytest.fixture(scope="module")
def level(sandbox):
    isolation = sandbox.isolation
    if isolation.level < 1:  # a filter that is in force and does not hold is a failure, not a reason to skip
        assert any(why.startswith("seccomp: seccomp:") for why in isolation.refused), isolation
    return isolation.level


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_contained(attack, level, name):
    if level < 1:
        pytest.skip("this machine gives no system call filter")
    if name == "uses the other calling convention" and os.uname().machine != "x86_64":
        pytest.skip("x86-64 alone has a second one")
    source, outcome, pattern = ATTACKS[name]
    attack(HONEST, [["b", "a"]])  # so that the zygote is there
    before = zygotes()
    [seen] = attack(source, limits=BRIEF if outcome is Outcome.TIMEOUT else PATIENT)
    [honest] = attack(HONEST, [["b", "a"]])
    assert (seen.outcome, bool(re.search(pattern, seen.error))) == (outcome, True), seen
    assert honest.value == HONEST_VALUE
    assert zygotes() == before


def test_what_an_attack_returns_tells_it_nothing(attack, level):
    if level < 1:
        pytest.skip("this machine gives no system call filter")
    told = {name: attack(ATTACKS[name][0])[0].value for name in (
        "asks whether a file exists", "looks into the environment", "searches the heap for other programs",
        "walks the frames above", "traces its parent", "speaks on the zygote's socket", "writes rubbish", "patches json",
        "patches the builtins")}
    assert told == {
        "asks whether a file exists": False, "looks into the environment": {}, "searches the heap for other programs": 0,
        "walks the frames above": [], "traces its parent": [-1, 1], "speaks on the zygote's socket": True,
        "writes rubbish": 1, "patches json": ["a"], "patches the builtins": [1]}


def test_nothing_of_one_program_is_left_for_the_next(attack):
    attack("secret = 'sesame-' + 'open'\ndef f(x): return [secret] * 1000")
    source = ("import gc, ctypes, sys\ndef f(x):\n    needle = 'sesame-' + chr(111) + 'pen'\n"
              "    return any(needle == o for d in gc.get_objects() if type(d) is dict for o in d.values() if type(o) is str)")
    assert attack(source)[0].value is False


def test_an_attack_writes_nothing_to_the_terminal(attack, capfd):
    attack("import os, sys\ndef f(x):\n    print('forged'); os.write(1, b'forged'); os.write(2, b'forged')\n    sys.stderr.write('forged')")
    assert capfd.readouterr() == ("", "")


def test_an_attack_leaves_no_file_behind(attack):
    attack(ATTACKS["writes a file"][0])
    assert not Path("/tmp/checkable-hostile").exists()


def test_a_stopped_program_is_ended(attack):
    [seen] = attack("import ctypes\ndef f(x):\n    ctypes.CDLL(None).syscall(34)\n    return 1"
                    if os.uname().machine == "x86_64" else "import signal\ndef f(x): signal.pause()")
    assert seen.outcome is Outcome.TIMEOUT


def test_the_limits_are_those_of_the_program(attack):
    source = ("import resource as r\ndef f(x): return [r.getrlimit(getattr(r, 'RLIMIT_' + n)) for n in"
              " ('CPU', 'NPROC', 'CORE', 'MEMLOCK')]")
    assert attack(source)[0].value == [(1, 1), (0, 0), (0, 0), (0, 0)]
