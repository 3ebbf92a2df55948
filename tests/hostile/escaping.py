"""Escape: to files, the network, other processes and more privileges, by what Python offers and by machine code."""

from __future__ import annotations

from attack import EXCEPTION, KILLED, Attack, returning


def fails(name: str, statement: str, imports: str = "os", said: str = "Permission") -> Attack:
    return Attack(name, EXCEPTION, said, f"import {imports}\ndef f(x): {statement}\n", unguarded=True)


FILES = (
    fails("writes a file", "open('/tmp/checkable-hostile', 'w')"),
    fails("makes a directory", "os.mkdir('/tmp/checkable-hostile')"),
    fails("makes a link", "os.symlink('/etc/passwd', '/tmp/checkable-hostile')"),
    fails("makes a device", "os.mknod('/tmp/checkable-hostile', 0o20666, os.makedev(1, 1))"),
    fails("makes a shared file", "os.memfd_create('notes')"),
    fails("makes shared memory", "open('/dev/shm/checkable-hostile', 'w')"),
    fails("writes to the standard library", "open(os.__file__, 'a')"),
    fails("removes the standard library", "os.remove(os.__file__)"),
    fails("changes the rights of a file", "os.chmod('/', 0o777)"),
    fails("changes the owner of a file", "os.chown('/', 65534, 65534)"),
    fails("changes its root", "os.chroot('/')"),
    fails("opens a terminal", "os.openpty()", "os", "Permission|OSError"),
    fails("writes kernel settings", "open('/proc/sys/kernel/core_pattern', 'w')"),
    fails("lets itself be swapped into the kernel", "open('/dev/mem', 'rb')"),
)

NETWORK = (
    fails("connects", "socket.socket().connect(('127.0.0.1', 80))", "socket"),
    fails("listens", "socket.create_server(('', 0))", "socket"),
    fails("opens a datagram socket", "socket.socket(socket.AF_INET, socket.SOCK_DGRAM)", "socket"),
    fails("opens a unix socket", "socket.socket(socket.AF_UNIX)", "socket"),
    fails("opens a pair of sockets", "socket.socketpair()", "socket"),
    fails("opens a raw socket", "socket.socket(socket.AF_INET, socket.SOCK_RAW, 1)", "socket"),
    fails("opens a socket of the kernel", "socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0)", "socket"),
    fails("opens a socket of the host's virtual machine", "socket.socket(socket.AF_VSOCK)", "socket"),
    fails("opens a socket of the crypto layer", "socket.socket(38, socket.SOCK_SEQPACKET)", "socket"),
    fails("fetches a page", "urllib.request.urlopen('http://127.0.0.1')", "urllib.request", "Permission|URLError|idna"),
)

PROCESSES = (
    fails("starts a shell", "subprocess.run('id', shell=True)", "subprocess", "Error"),
    fails("asks the C library for a shell", "1 / (ctypes.CDLL(None).system(b'true') == 0)", "ctypes", "ZeroDivision"),
    fails("becomes a shell", "os.execv('/bin/sh', ['sh'])"),
    fails("spawns a shell", "os.posix_spawn('/bin/sh', ['sh'], {})", "os", "Error"),
    fails("kills its parent", "os.kill(os.getppid(), 9)"),
    fails("kills the first process", "os.kill(1, 9)"),
    fails("kills everybody", "os.kill(-1, 9)"),
    fails("kills its group", "os.killpg(0, 9)"),
    fails("limits its parent", "r.prlimit(os.getppid(), r.RLIMIT_NOFILE, (0, 0))", "os, resource as r"),
    fails("reads the limits of its parent", "r.prlimit(os.getppid(), r.RLIMIT_NOFILE)", "os, resource as r"),
    fails("leaves its session", "os.setsid()"),
    fails("moves to another processor", "os.sched_setaffinity(0, {0})"),
    fails("asks for real time", "os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))"),
    fails("becomes root", "os.setuid(0)"),
    fails("becomes another", "os.setresgid(0, 0, 0)"),
    fails("changes flags of a shared descriptor", "fcntl.fcntl(0, fcntl.F_SETFL, 1024)", "fcntl"),
    fails("asks to be told of another's descriptor", "fcntl.fcntl(0, fcntl.F_SETOWN, 1)", "fcntl"),
    fails("locks a shared descriptor", "fcntl.flock(0, fcntl.LOCK_EX)", "fcntl"),
    fails("types into the terminal", "fcntl.ioctl(0, 0x5412, b'a')", "fcntl"),
    returning("speaks on the zygote's socket", True, """\
import os
def f(x):
    n = []
    for d in range(3, 24):
        try: os.write(d, b''); n.append(d)
        except OSError: pass
    return len(n) < 2
""", unguarded=True),
    returning("sends the zygote's descriptors on", [], """\
import socket
def f(x):
    sent = []
    for d in range(24):
        try:
            s = socket.socket(fileno=d)
            s.send(b'1')
            sent.append(d)
        except OSError: pass
    return sent
""", unguarded=True),
)

CONVENTIONS = (
    Attack("uses the other calling convention", KILLED, "SIGSYS", """\
import ctypes
def f(x): return ctypes.CDLL(None).syscall(0x40000000 + 39)
""", unguarded=True, machine="x86_64"),
    Attack("calls the kernel as a 32-bit program does", KILLED, "SIG", """\
import ctypes, mmap
def f(x):
    m = mmap.mmap(-1, 4096, prot=7)
    m.write(b'\\xb8\\x14\\0\\0\\0\\xcd\\x80\\xc3')
    return ctypes.CFUNCTYPE(ctypes.c_long)(ctypes.addressof(ctypes.c_char.from_buffer(m)))()
""", unguarded=True, machine="x86_64"),
    returning("runs machine code of its own", 42, """\
import ctypes, mmap
def f(x):
    m = mmap.mmap(-1, 4096, prot=7)
    m.write(b'\\xb8\\x2a\\0\\0\\0\\xc3')
    return ctypes.CFUNCTYPE(ctypes.c_long)(ctypes.addressof(ctypes.c_char.from_buffer(m)))()
""", unguarded=True, machine="x86_64"),
    Attack("hides a clone in the upper half of its flags", EXCEPTION, "Denied", """\
import ctypes
class Denied(Exception): pass
def f(x):
    l = ctypes.CDLL(None, use_errno=True)
    for flags in (0x11 | 0x10000000, 0x11 | 0x100, 0x11 | (1 << 33), 0x3d0f00, 0x11 | 0x8000, 0x0):
        got = l.syscall(56, ctypes.c_long(flags), 0, 0, 0, 0)
        if got != -1: return got
    raise Denied
""", unguarded=True, machine="x86_64"),
)

ESCAPING = (*FILES, *NETWORK, *PROCESSES, *CONVENTIONS)
