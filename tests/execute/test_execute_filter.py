"""The system call filter of each architecture, judged without a machine of it: its instructions are interpreted.

Numbers and architecture tokens are compared with libseccomp's, a source of their own.
"""

from __future__ import annotations

import pytest
from filter_interpreted import ALLOW, KILL, REFUSE, UNKNOWN, libseccomp, verdict
from hypothesis import given
from hypothesis import strategies as st

from checkable.execute.inside import seccomp, syscalls

RULED = {"fcntl", "ioctl", "prctl", "prlimit64", "clone", "clone3"}  # allowed or not by their arguments
MACHINES = sorted(syscalls.TABLES)
OTHER = {"x86_64": "aarch64", "aarch64": "x86_64"}


@pytest.mark.parametrize("machine", MACHINES)
def test_what_is_on_the_list_is_allowed_and_all_else_is_not(machine):
    for name, number in syscalls.TABLES[machine].items():
        if name not in RULED:
            assert verdict(machine, number) == (ALLOW if name in seccomp.ALLOWED else REFUSE), name


@given(st.sampled_from(MACHINES), st.integers(0, (1 << 30) - 1))
def test_a_number_that_is_not_in_the_table_is_refused(machine, number):
    if number not in syscalls.TABLES[machine].values():
        assert verdict(machine, number) == REFUSE


@pytest.mark.parametrize("machine", MACHINES)
@pytest.mark.parametrize(("name", "arguments", "expected"), [
    ("fcntl", (0, 1), ALLOW), ("fcntl", (0, 4), REFUSE), ("ioctl", (0, 0x5401), ALLOW), ("ioctl", (0, 0x5412), REFUSE),
    ("prctl", (1, 9), ALLOW), ("prctl", (1, 0), REFUSE), ("prctl", (4, 1), REFUSE), ("prlimit64", (0, 7), ALLOW),
    ("prlimit64", (1, 7), REFUSE), ("clone", (0x01200011,), ALLOW), ("clone", (0x10000011,), REFUSE),
    ("clone3", (), UNKNOWN),
])
def test_what_depends_on_arguments(machine, name, arguments, expected):
    assert verdict(machine, syscalls.TABLES[machine][name], arguments) == expected


@given(st.sampled_from(MACHINES), st.integers(0, 500), st.integers(0, (1 << 32) - 1))
def test_a_call_of_another_architecture_ends_the_process(machine, number, architecture):
    if architecture != syscalls.AUDIT_ARCHITECTURE[machine]:
        assert verdict(machine, number, architecture=architecture) == KILL


@given(st.integers(1 << 30, (1 << 32) - 1))
def test_the_other_convention_of_x86_64_ends_the_process(number):
    assert verdict("x86_64", number) == KILL


@pytest.mark.parametrize("machine", MACHINES)
def test_numbers_and_architecture_are_libseccomps(machine):
    resolve = libseccomp().seccomp_syscall_resolve_name_arch
    token = syscalls.AUDIT_ARCHITECTURE[machine]
    table = syscalls.TABLES[machine]
    assert {call: resolve(token, call.encode()) for call in table} == table
    assert any(resolve(syscalls.AUDIT_ARCHITECTURE[OTHER[machine]], call.encode()) != table[call] for call in table)
