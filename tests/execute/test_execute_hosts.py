"""What is said of a host that gives too little, of machines the sandbox was not written for, and of fitted limits."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkable.core.execution import Limits
from checkable.execute import Sandbox, SandboxUnavailable, calibrated, platforms
from checkable.execute.isolation import Isolation, IsolationTooWeak, require
from checkable.execute.remedies import Host, remedies

OPEN = Host(userns_restricted=None, userns_cloning=None, userns_most="10000", security_modules="landlock,apparmor",
            container=False)


@pytest.mark.parametrize(("host", "level", "said"), [
    (replace(OPEN, userns_restricted="1"), 2, "sysctl -w kernel.apparmor_restrict_unprivileged_userns=0"),
    (replace(OPEN, userns_cloning="0"), 2, "sysctl -w kernel.unprivileged_userns_clone=1"),
    (replace(OPEN, userns_most="0"), 2, "sysctl -w user.max_user_namespaces=10000"),
    (replace(OPEN, security_modules="lockdown,yama"), 1, "boot with lsm=landlock,lockdown,yama"),
    (replace(OPEN, container=True), 2, "--security-opt seccomp=unconfined"),
    (OPEN, 0, "CONFIG_SECCOMP_FILTER"),
])
def test_what_helps_is_read_from_the_host(host, level, said):
    assert any(said in remedy for remedy in remedies(level, 3, host))


def test_nothing_is_advised_that_is_already_so():
    said = " ".join(remedies(2, 3, OPEN))
    assert "sysctl" not in said
    assert "lsm=" not in said
    assert "container" not in said


def test_only_the_layers_that_were_asked_for_are_advised():
    assert not any("sysctl" in r for r in remedies(1, 2, replace(OPEN, userns_restricted="1")))


def test_a_host_is_read_from_its_files(tmp_path):
    for name, text in {"proc/sys/kernel/apparmor_restrict_unprivileged_userns": "1\n",
                       "sys/kernel/security/lsm": "lockdown,landlock\n", ".dockerenv": ""}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    assert Host.of_this_machine(tmp_path) == Host(userns_restricted="1", userns_cloning=None, userns_most=None,
                                                  security_modules="lockdown,landlock", container=True)


def test_a_level_below_the_minimum_names_what_was_refused_and_what_programs_could_do():
    weak = Isolation(0, "level 0", ("seccomp: seccomp: Operation not permitted",),
                     ("seccomp: does not keep a program from: call socket",))
    with pytest.raises(IsolationTooWeak) as refusal:
        require(weak, 2)
    said = str(refusal.value)
    assert "refused: seccomp: seccomp: Operation not permitted" in said
    assert "seccomp: does not keep a program from: call socket" in said
    assert "--isolation 0" in said


@pytest.mark.parametrize(("system", "version", "said"), [
    ("win32", (3, 12), "and this is win32: run in a Linux container"), ("freebsd14", (3, 12), "this is freebsd14"),
    ("linux", (3, 10), "Python 3.11 to 3.13, and this is 3.10"), ("darwin", (3, 14), "this is 3.14"),
])
def test_elsewhere_programs_are_refused(monkeypatch, system, version, said):
    monkeypatch.setattr(platforms, "SYSTEM", system)
    assert said in platforms.objection(version)


@pytest.mark.parametrize("system", ["linux", "darwin"])
@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_nothing_stands_against_the_systems_and_pythons_it_was_written_for(monkeypatch, system, version):
    monkeypatch.setattr(platforms, "SYSTEM", system)
    assert platforms.objection(version) is None


def test_nothing_is_started_where_programs_are_refused(monkeypatch):
    monkeypatch.setattr(platforms, "SYSTEM", "win32")
    with pytest.raises(SandboxUnavailable, match="this is win32"), Sandbox(minimum_level=0) as sandbox:
        assert sandbox.isolation


@given(st.floats(0.001, 10), st.floats(0, 100))
def test_fitted_limits_are_never_less_and_give_four_times_the_reference(base, reference):
    limits = Limits(cpu_seconds=base, wall_seconds=5 * base)
    fitted = calibrated(limits, reference)
    scale = fitted.cpu_seconds / base
    assert scale in {2 ** n for n in range(7)}
    assert fitted.wall_seconds == 5 * base * scale
    assert fitted.cpu_seconds >= 4 * reference or scale == 64
    assert scale == 1 or fitted.cpu_seconds / 2 < 4 * reference
    assert replace(fitted, cpu_seconds=base, wall_seconds=5 * base) == limits
