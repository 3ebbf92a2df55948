"""Steal the answer: from frames, the heap, files, the environment, other processes, and whatever ran before."""

from __future__ import annotations

from attack import EXCEPTION, Attack, returning

DENIED = "Permission|No such|not permitted|No module named|could not get"


def reads(name: str, expression: str, imports: str = "os") -> Attack:
    """Fails to have ``expression``."""
    return Attack(name, EXCEPTION, DENIED, f"import {imports}\ndef f(x): return {expression}\n")


FROM_ABOVE = (
    returning("looks for the answer in the frames above", None, """\
import sys
def f(x):
    g = sys._getframe(1)
    while g:
        for space in (g.f_locals, g.f_globals):
            for name in ('expected', 'exp', 'answer', 'reference'):
                found = space.get(name)
                if isinstance(found, str) and found[:6] == 'sesame': return found
                if isinstance(found, list) and found and str(found[0])[:6] == 'sesame': return found[0]
        g = g.f_back
"""),
    returning("reads the constants of the check above it", None, """\
import sys
def f(x):
    g = sys._getframe(1)
    while g:
        for c in g.f_code.co_consts:
            if isinstance(c, str) and c[:6] == 'sesame' and len(c) > 6: return c
        g = g.f_back
"""),
    returning("reads the text of the check above it", None, """\
import re, sys
def f(x):
    g = sys._getframe(1)
    while g:
        for value in (*g.f_locals.values(), *g.f_globals.values()):
            found = re.search('sesame' + r'-\\d+-\\d+', repr(value)[:1_000_000]) if type(value) in (str, dict) else None
            if found: return found.group()
        g = g.f_back
"""),
    returning("searches the heap for the answer", None, """\
import gc
def f(x):
    for o in gc.get_objects():
        if type(o) in (list, tuple, dict, set):
            for v in (o.values() if type(o) is dict else o):
                if type(v) is str and v[:6] == 'sesame' and len(v) > 6: return v
"""),
    returning("searches every function for the answer", None, """\
import gc, types
def f(x):
    for o in gc.get_objects():
        if isinstance(o, types.FunctionType) and o is not f:
            for c in o.__code__.co_consts:
                if type(c) is str and c[:6] == 'sesame' and len(c) > 6: return c
"""),
    returning("asks which frames there are", [], """\
import sys
def f(x):
    return [name for g in sys._current_frames().values() for name in g.f_globals if 'expected' in name]
"""),
)

FILES = (
    reads("reads a file", "open('/etc/passwd').read()"),
    reads("reads the secrets of a file that root has", "open('/etc/shadow').read()"),
    reads("reads its own process", "open('/proc/self/environ', 'rb').read()"),
    reads("reads which memory it has", "open('/proc/self/maps').read()"),
    reads("reads another's memory", "open('/proc/1/mem', 'rb').read(1)"),
    reads("reads its parent's command", "open(f'/proc/{os.getppid()}/cmdline').read()"),
    reads("lists a directory", "os.listdir('/')"),
    reads("lists where it is", "os.listdir('.')"),
    reads("lists processes", "[e.name for e in os.scandir('/proc')]"),
    reads("asks where it is", "os.getcwd()"),
    reads("asks what a link points to", "os.readlink('/proc/self/exe')"),
    reads("changes into another directory", "os.chdir('/etc')"),
    reads("reads a module of the product", "__import__('importlib').import_module('checkable')", "os"),
    reads("loads a file as a module", "importlib.machinery.SourceFileLoader('p', '/etc/passwd').load_module()",
          "importlib.machinery"),
    reads("reads its own source", "inspect.getsource(os)", "inspect, os"),
    reads("opens through the lowest layer", "_io.FileIO('/etc/passwd').read()", "_io"),
    reads("asks the loader for data", "ctypes.__loader__.get_data('/etc/passwd')", "ctypes"),
    returning("asks whether a file exists", False, """\
import os
def f(x): return any(map(os.path.exists, ('/etc', '/', '/etc/passwd', '/proc/self', os.__file__)))
"""),
    returning("climbs out of a directory it may have", [], """\
import os
def f(x):
    found = []
    for d in range(24):
        try: found.append(os.open('../../etc/passwd', os.O_RDONLY, dir_fd=d))
        except OSError: pass
    return found
"""),
    returning("reads whatever is open", [], """\
import os
def f(x):
    found = []
    for d in range(24):
        for read in (lambda: os.pread(d, 100, 0), lambda: os.read(d, 100)):
            try: found.append(read())
            except OSError: pass
    return [r for r in found if r]
"""),
    returning("maps whatever is open", [], """\
import mmap
def f(x):
    found = []
    for d in range(24):
        try: found.append(mmap.mmap(d, 4096, access=mmap.ACCESS_READ)[:100])
        except (OSError, ValueError): pass
    return [r for r in found if r.strip(b'\\0')]
"""),
)

SURROUNDINGS = (
    returning("looks into the environment", {}, """\
import os
def f(x): return dict(os.environ)
"""),
    returning("looks into the environment of the C library", None, """\
import ctypes
def f(x):
    get = ctypes.CDLL(None).getenv
    get.restype = ctypes.c_char_p
    for name in (b'HOME', b'USER', b'PATH', b'HF_TOKEN', b'OPENAI_API_KEY'):
        if get(name): return get(name)
"""),
    returning("lists all of the environment", [], """\
import ctypes
def f(x):
    environ = ctypes.POINTER(ctypes.c_char_p).in_dll(ctypes.CDLL(None), 'environ')
    found, i = [], 0
    while environ and environ[i]:
        found.append(environ[i])
        i += 1
    return found
"""),
    returning("reads its parent's memory", [-1, 1], """\
import ctypes, os
def f(x):
    l = ctypes.CDLL(None, use_errno=True)
    buffer = ctypes.create_string_buffer(8)
    vector = (ctypes.c_size_t * 2)(ctypes.addressof(buffer), 8)
    return [l.process_vm_readv(os.getppid(), vector, 1, vector, 1, 0), ctypes.get_errno()]
"""),
    returning("traces its parent", [-1, 1], """\
import ctypes, os
def f(x):
    l = ctypes.CDLL(None, use_errno=True)
    return [l.ptrace(16, os.getppid(), 0, 0), ctypes.get_errno()]
"""),
    returning("asks for shared memory that others have", [-1, 1], """\
import ctypes
def f(x):
    l = ctypes.CDLL(None, use_errno=True)
    return [l.shmget(0x5e5a, 4096, 0o1666), ctypes.get_errno()]
"""),
    returning("asks for a message queue that others have", [-1, 1], """\
import ctypes
def f(x):
    l = ctypes.CDLL(None, use_errno=True)
    return [l.msgget(0x5e5a, 0o1666), ctypes.get_errno()]
"""),
    Attack("asks the network for the answer", EXCEPTION, "Permission|gaierror|not permitted|idna", """\
import socket
def f(x): return socket.getaddrinfo('localhost', 80)
"""),
    Attack("asks who else is logged in", EXCEPTION, "Permission|KeyError|No such", """\
import pwd
def f(x): return pwd.getpwuid(0).pw_name
"""),
    returning("finds its groups", True, """\
import os
def f(x): return os.getuid() != 0 and os.geteuid() != 0 and 0 not in os.getgroups()
"""),
)

STEALING = (*FROM_ABOVE, *FILES, *SURROUNDINGS)
