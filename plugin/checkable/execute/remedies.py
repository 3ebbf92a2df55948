"""What to change on this host so that it isolates programs more strongly: read from the host, said in commands.

Knows the hosts people meet: distributions that restrict user namespaces, kernels without Landlock, containers.
Looks only, changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from checkable.execute.platforms import CONTAINER, has_jail

_IN_CONTAINER = ("/.dockerenv", "/run/.containerenv")


@dataclass(frozen=True)
class Host:
    """What the kernel and the files of a host say. A setting is None where the kernel has none of that name."""

    userns_restricted: str | None  # AppArmor's, since Ubuntu 23.10: 1 restricts
    userns_cloning: str | None  # Debian's older switch: 0 forbids
    userns_most: str | None  # how many there may be: 0 forbids
    security_modules: str | None  # a list with commas
    container: bool

    @classmethod
    def of_this_machine(cls, root: Path = Path("/")) -> Host:
        kernel = root / "proc/sys/kernel"
        return cls(
            userns_restricted=_read(kernel / "apparmor_restrict_unprivileged_userns"),
            userns_cloning=_read(kernel / "unprivileged_userns_clone"),
            userns_most=_read(root / "proc/sys/user/max_user_namespaces"),
            security_modules=_read(root / "sys/kernel/security/lsm"),
            container=any((root / name[1:]).exists() for name in _IN_CONTAINER))


def remedies(level: int, minimum: int, host: Host) -> list[str]:
    """What would help from ``level`` to ``minimum``, most direct first. Never empty."""
    if not has_jail():
        return [CONTAINER, _accepting(level)]
    found: list[str] = []
    if level < 1 <= minimum:
        found += _for_seccomp(host)
    if level < 2 <= minimum:
        found += _for_landlock(host)
    if level < 3 <= minimum:
        found += _for_namespaces(host)
    return [*found, _accepting(level)]


def _accepting(level: int) -> str:
    return f"or accept what there is, knowing what it leaves open: --isolation {level}"


def _for_seccomp(host: Host) -> Iterator[str]:
    yield "the system call filter needs Linux 3.17 on x86-64 or aarch64, with CONFIG_SECCOMP_FILTER"
    if host.container:
        yield "this is a container: gVisor and some CI runners refuse seccomp; Docker's own runtime allows it"


def _for_landlock(host: Host) -> Iterator[str]:
    yield "Landlock needs Linux 5.13 with CONFIG_SECURITY_LANDLOCK"
    if host.security_modules is not None and "landlock" not in host.security_modules.split(","):
        modules = ",".join(filter(None, ("landlock", host.security_modules)))
        yield f"Landlock is not switched on: boot with lsm={modules}"
    if host.container:
        yield ("this is a container: Docker's default profile allows Landlock since 23.0; for an older one, "
               "docker run --security-opt seccomp=unconfined")


def _for_namespaces(host: Host) -> Iterator[str]:
    if host.userns_restricted == "1":
        yield "sysctl -w kernel.apparmor_restrict_unprivileged_userns=0"
    if host.userns_cloning == "0":
        yield "sysctl -w kernel.unprivileged_userns_clone=1"
    if host.userns_most == "0":
        yield "sysctl -w user.max_user_namespaces=10000"
    if host.container:
        yield ("this is a container: docker run --security-opt seccomp=unconfined --security-opt "
               "apparmor=unconfined --cap-add SYS_ADMIN, or podman run --security-opt seccomp=unconfined")


def _read(path: Path) -> str | None:
    try:
        return path.read_text().strip()
    except OSError:
        return None
