"""Namespaces and an empty root: no files, no network, no other processes, no other users.

Entered once, in the zygote, since a network namespace per program costs half a millisecond.
Everything the programs may import is loaded before, so the new root can be empty and read-only.
"""

from __future__ import annotations

import os
import struct

from . import kernel

NOBODY = 65534
_NEWNS, _NEWCGROUP, _NEWUTS, _NEWIPC = 0x20000, 0x02000000, 0x04000000, 0x08000000
_NEWUSER, _NEWPID, _NEWNET = 0x10000000, 0x20000000, 0x40000000
_ALL_BUT_USER = _NEWNS | _NEWCGROUP | _NEWUTS | _NEWIPC | _NEWPID | _NEWNET
_RDONLY, _NOSUID, _NODEV, _NOEXEC = 1, 2, 4, 8
_REMOUNT, _BIND, _REC, _PRIVATE = 32, 4096, 16384, 1 << 18
_NEW_ROOT = "/tmp"  # any directory that exists; the host's own is untouched, the mount is private


def enter() -> str:
    """Leave the host's namespaces and files. Returns what is in force.

    Raises OSError, and then nothing has changed: a forked probe has tried every step before, because
    half-entered namespaces (where a host lets a process in but strips its rights) cannot be left again.
    """
    _probe()
    own_user = _enter_all()
    return "namespaces (" + ("user, " if own_user else "") + "mount, pid, network, ipc, uts, cgroup)"


def _probe() -> None:
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            _enter_all()
            os.write(writer, struct.pack("i", 0))
        except OSError as error:
            os.write(writer, struct.pack("i", error.errno or 1) + (error.strerror or str(error)).encode())
        finally:
            os._exit(0)
    os.close(writer)
    report = os.read(reader, 4096)
    os.close(reader)
    os.waitpid(pid, 0)
    number = struct.unpack_from("i", report)[0] if report else 1
    if number:
        raise OSError(number, report[4:].decode() or "the probe died")


def _enter_all() -> bool:
    """Returns whether a user namespace was needed. Root without one keeps RLIMIT_NPROC meaningful."""
    own_user = os.geteuid() != 0
    uid, gid = os.geteuid(), os.getegid()
    kernel.unshare(_ALL_BUT_USER | (_NEWUSER if own_user else 0))
    if own_user:
        for name, text in (("setgroups", "deny"), ("uid_map", f"{NOBODY} {uid} 1"), ("gid_map", f"{NOBODY} {gid} 1")):
            with open(f"/proc/self/{name}", "w") as file:
                file.write(text)
    _empty_root()
    return own_user


def _empty_root() -> None:
    kernel.mount("none", "/", None, _REC | _PRIVATE)
    kernel.mount("tmpfs", _NEW_ROOT, "tmpfs", _NOSUID | _NODEV | _NOEXEC, "size=4k,nr_inodes=2,mode=555")
    os.chdir(_NEW_ROOT)
    here = kernel.path(".")
    kernel.syscall("pivot_root", here, here)  # stacks the old root on the new one
    kernel.detach(".")
    os.chdir("/")
    kernel.mount(None, "/", None, _BIND | _REMOUNT | _RDONLY | _NOSUID | _NODEV | _NOEXEC)
