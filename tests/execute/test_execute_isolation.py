"""The level is what children could not do; a host that refuses a layer is named, and never passed over in silence.

Weaker hosts are real ones: a process under a system call filter that refuses what a strict host refuses.
"""

from __future__ import annotations

import functools
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from checkable.execute import Isolation, IsolationTooWeak, Sandbox
from checkable.execute.inside import syscalls
from checkable.execute.isolation import judge, require

STRONG = {"in_force": ["namespaces", "Landlock 7", "seccomp"], "refused": [], "namespaces": [], "landlock": [],
          "seccomp": [], "limits": []}
PLUGIN = str(Path(__file__).parents[2] / "plugin")
MACHINE = os.uname().machine
needs_filter = pytest.mark.skipif(MACHINE not in syscalls.TABLES, reason="no filter for this machine")

ON_ANOTHER_HOST = """
import json, os, sys
sys.path.insert(0, {plugin!r})
from checkable.core.execution import Limits, Namespace, Program
from checkable.execute import IsolationTooWeak, Sandbox
from checkable.execute.inside import kernel, seccomp

refused = {refused!r}
if refused:
    kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
    seccomp.load(seccomp.refusing(kernel.architecture(), refused))
namespace = Namespace(name="host", modules=("os", "ctypes", "time", "threading", "random"))
limits = Limits(cpu_seconds=0.3, wall_seconds=2.0, memory_mb=64, output_bytes=10_000)
sources = {{
    "honest": "import random\\ndef f(x): return [sorted(x), random.random()]",
    "loop": "def f(x):\\n    while True: pass",
    "sleep": "import time\\ndef f(x): time.sleep(60)",
    "memory": "def f(x): return len(bytearray(1 << 30))",
    "output": "def f(x): return 'a' * 100_000",
    "fork": "import os\\ndef f(x): return os.fork()",
    "thread": "import threading\\ndef f(x): threading.Thread(target=print).start()",
    "leave": "import os\\ndef f(x): os._exit(0)",
    "segfault": "import ctypes\\ndef f(x): ctypes.string_at(0)",
    "read": "def f(x): return open('/etc/passwd').read(1)",
    "kill": "import os\\ndef f(x): os.kill(os.getppid(), 9)",
    "again": "import random\\ndef f(x): return [sorted(x), random.random()]",
}}
with Sandbox(minimum_level=0) as sandbox:
    isolation = sandbox.isolation
    seen = {{name: sandbox.run(Program(source=s, entry_point="f", namespace=namespace, limits=limits), [[2, 1]])[0]
            for name, s in sources.items()}}
try:
    with Sandbox(minimum_level=isolation.level + 1) as sandbox:
        sandbox.isolation
    said = ""
except IsolationTooWeak as error:
    said = str(error)
print(json.dumps({{"level": isolation.level, "summary": isolation.summary, "refused": isolation.refused, "said": said,
                  "outcomes": {{n: o.outcome for n, o in seen.items()}}, "honest": seen["again"].value}}))
"""


@functools.cache
def on_host(refused: tuple[str, ...] = (), *, python: str = sys.executable, user: int | None = None) -> dict:
    script = ON_ANOTHER_HOST.format(plugin=PLUGIN, refused=refused)
    groups = {} if user is None else {"user": user, "group": user, "extra_groups": []}
    done = subprocess.run([python, "-B", "-c", script], capture_output=True, text=True, cwd="/", env={}, **groups)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


CONTAINED_EVERYWHERE = {
    "honest": "ok", "loop": "timeout", "sleep": "timeout", "memory": "memory", "output": "output", "fork": "exception",
    "thread": "exception", "leave": "killed", "segfault": "killed", "again": "ok"}
LANDLOCK = ("landlock_create_ruleset",)


@needs_filter
@pytest.mark.parametrize(("refused", "most", "said"), [
    (("unshare",), 2, "namespaces: unshare: Operation not permitted"),
    (("mount",), 2, "namespaces: mount /: Operation not permitted"),
    (("unshare", *LANDLOCK), 1, "landlock: landlock_create_ruleset: Operation not permitted"),
    (("unshare", *LANDLOCK, "seccomp"), 0, "seccomp: seccomp: Operation not permitted"),
])
def test_a_host_that_refuses_a_layer_has_a_lower_level_and_says_why(refused, most, said):
    host = on_host(refused)
    assert host["level"] <= most
    assert host["level"] == min(most, on_host()["level"])
    assert said in host["refused"]
    assert host["summary"].startswith(f"level {host['level']} (")
    assert "level {} was asked for".format(host["level"] + 1) in host["said"]
    assert {name: host["outcomes"][name] for name in CONTAINED_EVERYWHERE} == CONTAINED_EVERYWHERE
    assert host["honest"] == [[1, 2], 0.8444218515250481]


@needs_filter
def test_without_any_layer_a_program_that_kills_its_zygote_is_tried_again_and_then_called_our_failure():
    host = on_host(("unshare", *LANDLOCK, "seccomp"))
    assert host["level"] == 0
    assert host["outcomes"]["read"] == "ok"  # which is what level 0 means
    assert host["outcomes"]["kill"] == "infrastructure"
    assert host["outcomes"]["again"] == "ok"


@needs_filter
def test_with_the_filter_alone_files_and_other_processes_are_out_of_reach():
    host = on_host(("unshare", *LANDLOCK))
    assert (host["outcomes"]["read"], host["outcomes"]["kill"]) == ("exception", "exception")


@needs_filter
def test_a_host_that_forbids_fixed_addresses_is_no_weaker_but_says_so():
    host = on_host(("personality",))
    assert "fixed addresses: personality: Operation not permitted" in host["refused"]
    assert host["level"] == on_host()["level"]


def ordinary_python() -> str | None:
    """A Python that somebody other than root may start, new enough for the plugin."""
    check = "import sys; raise SystemExit(sys.version_info < (3, 11))"
    nobody = {"user": 65534, "group": 65534, "extra_groups": []}
    for python in (sys.executable, shutil.which("python3", path="/usr/bin:/usr/local/bin")):
        try:
            if python and subprocess.run([python, "-c", check], cwd="/", **nobody).returncode == 0:
                return python
        except OSError:
            pass
    return None


@pytest.mark.skipif(os.geteuid() != 0, reason="the other tests already run as an ordinary user")
@pytest.mark.parametrize("refused", [(), ("unshare",), ("unshare", *LANDLOCK, "seccomp")])
def test_an_ordinary_user_gets_the_same_guarantees(refused):
    python = ordinary_python()
    if python is None:
        pytest.skip("no Python that an ordinary user may start")
    if not os.access(PLUGIN, os.R_OK | os.X_OK):
        pytest.skip("the plugin is not readable for an ordinary user")
    host = on_host(refused, python=python, user=65534)
    assert {name: host["outcomes"][name] for name in CONTAINED_EVERYWHERE} == CONTAINED_EVERYWHERE
    assert host["level"] == (0 if "seccomp" in refused else 2 if refused else 3) or host["refused"]


def test_a_level_counts_only_where_no_canary_got_through():
    assert judge(STRONG).level == 3
    assert judge({**STRONG, "namespaces": ["see the host's files"]}).level == 2
    assert judge({**STRONG, "landlock": ["read a file"]}).level == 1
    assert judge({**STRONG, "seccomp": ["call socket"]}).level == 0
    assert judge({**STRONG, "limits": ["start a process"]}).level == 0


def test_what_a_program_could_do_is_said():
    isolation = judge({**STRONG, "seccomp": ["call socket", "call kill"], "refused": ["fixed addresses: no"]})
    assert isolation.refused == ("fixed addresses: no",)
    assert isolation.canaries == ("seccomp: does not keep a program from: call socket, call kill",)
    assert isolation.summary == ("level 0 (processes and limits only: a program can read files and use the network): "
                                 "namespaces, Landlock 7, seccomp, resource limits")


def test_too_little_is_refused_with_the_reasons():
    weak = Isolation(1, "level 1", ("namespaces: unshare: Operation not permitted",))
    require(weak, 0)
    require(weak, 1)
    with pytest.raises(IsolationTooWeak) as refusal:
        require(weak, 2)
    said = str(refusal.value)
    assert said.startswith("isolation level 2 was asked for, level 1 is all this machine gives\n")
    assert "refused: namespaces: unshare: Operation not permitted" in said
    assert "what helps: Landlock needs Linux 5.13" in said
    assert said.endswith("--isolation 1")


def test_the_sandbox_reports_what_it_found():
    with Sandbox(minimum_level=0) as sandbox:
        isolation = sandbox.isolation
    assert 0 <= isolation.level <= 3
    assert "resource limits" in isolation.summary
    assert isolation.level == 3 or isolation.refused


def test_every_layer_that_is_in_force_holds():
    with Sandbox(minimum_level=0) as sandbox:
        isolation = sandbox.isolation
    for layer in ("namespaces", "Landlock", "seccomp", "limits"):
        if layer in isolation.summary.partition("): ")[2]:
            assert not any(said.startswith(f"{layer}: ") for said in isolation.canaries), isolation


@pytest.mark.parametrize(("machine", "header"), [
    ("x86_64", "/usr/include/x86_64-linux-gnu/asm/unistd_64.h"), ("aarch64", "/usr/include/asm-generic/unistd.h")])
def test_the_system_calls_have_the_kernels_numbers(machine, header):
    if not Path(header).exists():
        pytest.skip(f"{header} is not installed")
    text = Path(header).read_text()
    numbers = {name: int(n) for name, n in re.findall(r"#define __NR(?:3264)?_(\w+)\s+(\d+)", text)}
    numbers.setdefault("newfstatat", numbers.get("fstatat"))  # the generic header's name for it
    assert {name: numbers.get(name) for name in syscalls.TABLES[machine]} == syscalls.TABLES[machine]
