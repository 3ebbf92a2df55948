"""System calls that hostile programs make, judged by each architecture's filter on whatever machine this is."""

from __future__ import annotations

import pytest
from escaping_calls import FORBIDDEN, MACHINES
from filter_interpreted import REFUSE, UNKNOWN, libseccomp, verdict

from checkable.execute.inside import syscalls

NOT_OF_THIS_WORLD = (None, 999, 0x0F0002)  # of no call that libseccomp knows


@pytest.mark.parametrize("machine", MACHINES)
@pytest.mark.parametrize("call", FORBIDDEN, ids=lambda call: call.name)
def test_the_filter_of_each_architecture_refuses_it(call, machine):
    number = call.numbers[MACHINES.index(machine)]
    if number is not None:
        arguments = tuple(a & (1 << 64) - 1 if isinstance(a, int) else 1 << 32 for a in call.arguments)
        assert verdict(machine, number, arguments) == (UNKNOWN if call.answer == [-1, 38] else REFUSE)


def test_both_numbers_are_those_of_one_call():
    library = libseccomp()
    names = [{library.seccomp_syscall_resolve_num_arch(syscalls.AUDIT_ARCHITECTURE[machine], number)
              for machine, number in zip(MACHINES, call.numbers, strict=True) if number not in NOT_OF_THIS_WORLD}
             for call in FORBIDDEN]
    assert [call.name for call, same in zip(FORBIDDEN, names, strict=True) if len(same) > 1 or None in same] == []
