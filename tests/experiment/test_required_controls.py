"""An experiment learns from the workspace's ledger which controls its claim takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkable.experiment.workshop import Workshop
from checkable.spec.errors import SpecErrors

PROGRAMS = """
reliability:
  title: Reliability
  charter: Trust what was checked.
  boundaries: [no training]
  stop_when: [nothing is left to check]
"""
CLAIM = """
gate:
  statement: A gate gains.
  programs: [reliability]
  compares: {arm: gate, base: direct, controls: [shuffled-example, visible-verdict], smallest_effect: 0.02}
  refuted_by: no gain
"""


def required(root: Path, claim: str) -> tuple[str, ...]:
    shop = Workshop(root=root, data=None, pool=root / "pool.sqlite", broker=str, minimum_level=0)
    return shop.required_controls(claim)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "reports" / "ledger"
    folder.mkdir(parents=True)
    (folder / "programs.yaml").write_text(PROGRAMS)
    (folder / "claims.yaml").write_text(CLAIM)
    return tmp_path


def test_a_claim_of_the_ledger_names_its_controls(root: Path) -> None:
    assert required(root, "gate") == ("shuffled-example", "visible-verdict")


def test_an_unknown_claim_and_a_workspace_without_a_ledger_ask_for_none(root: Path, tmp_path_factory) -> None:
    assert required(root, "other") == ()
    assert required(tmp_path_factory.mktemp("bare"), "gate") == ()


def test_a_broken_ledger_is_told_and_not_passed_over(root: Path) -> None:
    (root / "reports" / "ledger" / "claims.yaml").write_text(CLAIM.replace("refuted_by", "refuted"))
    with pytest.raises(SpecErrors, match="refuted"):
        required(root, "gate")
