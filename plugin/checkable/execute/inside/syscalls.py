"""Numbers of system calls by name, for the two architectures the filter is written for.

x86-64: arch/x86/entry/syscalls/syscall_64.tbl. aarch64: include/uapi/asm-generic/unistd.h.
"""

from __future__ import annotations

AUDIT_ARCHITECTURE = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}

X86_64 = {
    "read": 0, "write": 1, "close": 3, "fstat": 5, "poll": 7, "lseek": 8, "mmap": 9, "mprotect": 10, "munmap": 11,
    "brk": 12, "rt_sigaction": 13, "rt_sigprocmask": 14, "rt_sigreturn": 15, "ioctl": 16, "pread64": 17,
    "pwrite64": 18, "readv": 19, "writev": 20, "select": 23, "sched_yield": 24, "mremap": 25, "madvise": 28,
    "pause": 34, "nanosleep": 35, "getitimer": 36, "setitimer": 38, "getpid": 39, "socket": 41, "sendto": 44,
    "recvfrom": 45, "sendmsg": 46, "recvmsg": 47, "socketpair": 53, "clone": 56, "fork": 57, "execve": 59,
    "exit": 60, "wait4": 61, "kill": 62, "uname": 63, "fcntl": 72, "gettimeofday": 96, "getrlimit": 97,
    "getrusage": 98, "sysinfo": 99, "times": 100, "ptrace": 101, "getuid": 102, "getgid": 104, "geteuid": 107,
    "getegid": 108, "getppid": 110, "getpgrp": 111, "getgroups": 115, "getresuid": 118, "getresgid": 120,
    "getpgid": 121, "getsid": 124, "rt_sigpending": 127, "rt_sigtimedwait": 128, "sigaltstack": 131,
    "prctl": 157, "mount": 165, "gettid": 186, "time": 201, "futex": 202, "sched_getaffinity": 204,
    "set_tid_address": 218, "restart_syscall": 219, "clock_gettime": 228, "clock_getres": 229,
    "clock_nanosleep": 230, "exit_group": 231, "waitid": 247, "keyctl": 250, "openat": 257, "newfstatat": 262,
    "pselect6": 270, "ppoll": 271, "unshare": 272, "set_robust_list": 273, "get_robust_list": 274,
    "eventfd2": 290, "preadv": 295, "pwritev": 296, "perf_event_open": 298, "prlimit64": 302, "setns": 308,
    "getcpu": 309, "process_vm_readv": 310, "seccomp": 317, "getrandom": 318, "memfd_create": 319, "bpf": 321,
    "userfaultfd": 323, "membarrier": 324, "rseq": 334, "pidfd_send_signal": 424, "io_uring_setup": 425,
    "clone3": 435, "close_range": 436,
    "landlock_create_ruleset": 444, "landlock_add_rule": 445, "landlock_restrict_self": 446,
    "personality": 135, "pivot_root": 155,
}

AARCH64 = {
    "ioctl": 29, "fcntl": 25, "eventfd2": 19, "close": 57, "lseek": 62, "read": 63, "write": 64, "readv": 65,
    "writev": 66, "pread64": 67, "pwrite64": 68, "preadv": 69, "pwritev": 70, "pselect6": 72, "ppoll": 73,
    "newfstatat": 79, "fstat": 80, "exit": 93, "exit_group": 94, "waitid": 95, "set_tid_address": 96, "unshare": 97,
    "futex": 98, "set_robust_list": 99, "get_robust_list": 100, "nanosleep": 101, "getitimer": 102,
    "setitimer": 103, "clock_gettime": 113, "clock_getres": 114, "clock_nanosleep": 115, "ptrace": 117,
    "sched_getaffinity": 123, "sched_yield": 124, "restart_syscall": 128, "kill": 129, "sigaltstack": 132,
    "rt_sigaction": 134, "rt_sigprocmask": 135, "rt_sigpending": 136, "rt_sigtimedwait": 137, "rt_sigreturn": 139,
    "getresuid": 148, "getresgid": 150, "times": 153, "getpgid": 155, "getsid": 156, "getgroups": 158,
    "uname": 160, "getrlimit": 163, "getrusage": 165, "prctl": 167, "getcpu": 168, "gettimeofday": 169,
    "getpid": 172, "getppid": 173, "getuid": 174, "geteuid": 175, "getgid": 176, "getegid": 177, "gettid": 178,
    "sysinfo": 179, "socket": 198, "socketpair": 199, "sendto": 206, "recvfrom": 207, "sendmsg": 211,
    "recvmsg": 212, "brk": 214, "munmap": 215, "mremap": 216, "keyctl": 219, "clone": 220, "execve": 221,
    "mmap": 222, "mprotect": 226, "madvise": 233, "perf_event_open": 241, "wait4": 260, "prlimit64": 261,
    "setns": 268, "process_vm_readv": 270, "seccomp": 277, "getrandom": 278, "memfd_create": 279, "bpf": 280,
    "userfaultfd": 282, "membarrier": 283, "rseq": 293, "pidfd_send_signal": 424, "io_uring_setup": 425,
    "clone3": 435, "close_range": 436,
    "landlock_create_ruleset": 444, "landlock_add_rule": 445, "landlock_restrict_self": 446,
    "openat": 56, "mount": 40, "pivot_root": 41, "personality": 92,
}

TABLES = {"x86_64": X86_64, "aarch64": AARCH64}
