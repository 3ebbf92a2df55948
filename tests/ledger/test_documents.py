"""What people write into the ledger is read strictly, and what this workspace says holds together."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from ledger_values import CLAIM, PROGRAM, PROPOSAL

from checkable.core.claims import Retirement
from checkable.ledger.documents import read_documents
from checkable.ledger.proposing import CannotPropose, skeleton, write_skeleton
from checkable.spec.errors import SpecErrors
from checkable.spec.ledger_names import CLAIMS, PROGRAMS, names
from checkable.spec.loader import load_items

ROOT = Path(__file__).resolve().parents[2]
@pytest.fixture
def write(tmp_path):
    folder = tmp_path / "reports" / "ledger"
    folder.mkdir(parents=True)

    def write(programs: str = PROGRAM, claims: str = CLAIM, queue: str = PROPOSAL) -> Path:
        for name, text in (("programs", programs), ("claims", claims), ("queue", queue)):
            (folder / f"{name}.yaml").write_text(text)
        return tmp_path

    return write


def test_everything_that_is_written_is_read(write):
    retired = "  retired: {by: somebody, on: 2026-01-01, reason: asked wrongly}\n  status: promising\n"
    documents = read_documents(write(claims=CLAIM + retired))
    (claim,), (proposal,) = documents.claims, documents.proposals
    assert (claim.arm, claim.base, claim.controls, claim.smallest_effect) == ("with", "without", ("shuffled",), 0.05)
    assert claim.retired == Retirement(by="somebody", on="2026-01-01", reason="asked wrongly")
    assert (claim.typed_status, claim.line, proposal.claim) == ("promising", 1, "it-helps")


def test_a_workspace_without_a_ledger_has_nothing_in_it(tmp_path):
    documents = read_documents(tmp_path)
    assert (documents.programs, documents.claims, documents.proposals) == ((), (), ())


@pytest.mark.parametrize(("what", "text", "place", "told"), [
    ("claims", CLAIM.replace("[memory]", "[memry]"), "claims.yaml:3:14", "did you mean 'memory'?"),
    ("claims", CLAIM.replace("statement", "statment"), "claims.yaml:2:3", "did you mean 'statement'?"),
    ("claims", CLAIM.replace("0.05", "five"), "claims.yaml:4:", "a number"),
    ("claims", CLAIM.replace("base: without", "base: with"), "claims.yaml:4:19", "does not stand against itself"),
    ("claims", CLAIM.replace("[shuffled],", "[shuffled], reward_controls: [shufled],"), "claims.yaml:4:", "'shuffled'"),
    ("claims", CLAIM + "  status: proven\n", "claims.yaml:6:11", "confirmed, negative, open or promising"),
    ("claims", CLAIM + "  status: retired\n", "claims.yaml:6:11", "confirmed, negative, open or promising"),
    ("claims", CLAIM + "  retired: {by: somebody}\n", "claims.yaml:6:", "'reason' is missing"),
    ("claims", CLAIM.replace("it-helps", "It_Helps"), "claims.yaml:1:1", "did you mean 'it-helps'?"),
    ("queue", PROPOSAL.replace("P0", "high"), "queue.yaml:4:13", "P0, P1 or P2"),
    ("queue", PROPOSAL.replace("claim: it-helps", "claim: it-help"), "queue.yaml:11:10", "did you mean 'it-helps'?"),
    ("programs", PROGRAM + PROGRAM, "programs.yaml:6:1", "a second time"),
    ("programs", PROGRAM.replace("charter: To remember.", "charter: ' '"), "programs.yaml:3:12", "this is blank"),
])
def test_a_mistake_is_told_with_its_place_and_what_was_expected(write, what, text, place, told):
    with pytest.raises(SpecErrors) as caught:
        read_documents(write(**{what: text}))
    assert place in str(caught.value) and told in str(caught.value)


def test_a_file_that_cannot_be_read_is_told_alone(write):
    with pytest.raises(SpecErrors) as caught:
        read_documents(write(claims="it-helps: ["))
    assert len(caught.value.errors) == 1


def test_collection_knows_the_names_that_the_files_define():
    documents = read_documents(ROOT)
    assert names(PROGRAMS, ROOT) == tuple(program.id for program in documents.programs)
    assert names(CLAIMS, ROOT) == tuple(claim.id for claim in documents.claims)


def test_collecting_against_a_ledger_stays_cheap():
    script = ("import sys; from pathlib import Path; from checkable.spec.loader import load_items; "
              f"load_items(Path({str(ROOT / 'specs/foofah/gate.yaml')!r}), root=Path({str(ROOT)!r}), tier='full'); "
              "print([m for m in ('numpy', 'scipy', 'torch', 'checkable.ledger') if m in sys.modules])")
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_this_workspace_has_its_programs_claims_and_queue():
    documents = read_documents(ROOT)
    programs = {program.id for program in documents.programs}
    queue = documents.proposals
    assert len(programs) == 11
    assert programs == {name for p in queue for name in p.programs} == {n for c in documents.claims for n in c.programs}
    assert (len(queue), sum(p.priority == "P0" for p in queue)) == (35, 12)
    assert len({p.frontier for p in queue if p.frontier}) == 5


def test_every_proposal_becomes_a_spec_that_collects(tmp_path):
    documents = read_documents(ROOT)
    claims = {claim.id: claim for claim in documents.claims}
    for proposal in documents.proposals:
        path = tmp_path / "specs" / f"{proposal.id}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(skeleton(proposal, claims.get(proposal.claim), ["foofah"]))
        for tier in ("smoke", "full"):
            (item,) = load_items(path, root=ROOT, tier=tier)
        assert item.title == proposal.title and item.research_program == proposal.programs[0]
        assert item.claim is None  # or running the skeleton would be evidence


def test_a_skeleton_is_never_written_over(write, tmp_path):
    root = write()
    (root / "substrates" / "tables").mkdir(parents=True)
    (root / "substrates" / "tables" / "substrate.py").touch()
    documents = read_documents(root)
    path = write_skeleton(documents.proposals[0], documents.claims[0], root)
    assert path == root / "specs" / "proposed" / "try-it.yaml" and '"Try \\"it\\": once"' in path.read_text()
    path.write_text("mine")
    with pytest.raises(CannotPropose, match="exists already"):
        write_skeleton(documents.proposals[0], documents.claims[0], root)
    assert path.read_text() == "mine"


def test_without_a_substrate_nothing_can_be_proposed(write):
    root = write()
    with pytest.raises(CannotPropose, match="no substrate"):
        write_skeleton(read_documents(root).proposals[0], None, root)
