"""What a child allocates lies together, whatever was free all over the memory of its zygote."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOM = Path(__file__).parents[2] / "plugin/checkable/execute"
SIZES = (24, 100, 500, 1_000, 5_000, 50_000)
SCATTERED = """
import ctypes
from inside import kernel, memory
free = ctypes.CDLL(None).free
blocks = [kernel.allocate(size) for size in {sizes} * 300]
for block in blocks[::2]:
    free(ctypes.c_void_p(block))
if {settled}:
    memory.settle()
print([size for size in {sizes} if kernel.allocate(size) < max(blocks)])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="a jail is Linux's, and its C library")
@pytest.mark.parametrize("settled", [False, True])
def test_nothing_falls_into_gaps_once_they_are_filled(settled):
    said = subprocess.run([sys.executable, "-s", "-S", "-P", "-c", SCATTERED.format(sizes=SIZES, settled=settled)],
                          text=True, capture_output=True, check=True, env={"PYTHONPATH": str(ROOM)}).stdout
    assert (not ast.literal_eval(said)) is settled
