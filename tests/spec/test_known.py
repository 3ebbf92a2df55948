"""Files of one collection that repeat each other are read once for all, and come out as if each were read alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from spec_words import BODY

from checkable.spec.loader import Outline, is_spec, outlines, read
from checkable.spec.resolve import Known

REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("tier", ("smoke", "full"))
def test_the_specs_of_this_repository_have_the_same_outlines(tier):
    known = Known()
    paths = [path for path in sorted(REPOSITORY.glob("specs/**/*.yaml")) if is_spec(path)]
    alone = [outlines(read(path, REPOSITORY), tier=tier) for path in paths]
    together = [outlines(read(path, REPOSITORY), tier=tier, known=known) for path in paths]
    again = [outlines(read(path, REPOSITORY), tier=tier, known=known) for path in paths]
    assert alone == together == again and known.fields


class TestWhatDiffersInOnePlace:
    @pytest.fixture
    def outline(self, root, tmp_path):
        known = Known()

        def outline(text: str) -> Outline:
            path = root / "specs" / tmp_path.name / "gate.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
            (found,) = outlines(read(path, root), tier="full", known=known)
            return found

        return outline

    def test_is_its_own(self, outline):
        first = outline(BODY + "claim: executable-gate\n")
        other = outline(BODY.replace("direct: {g", "plain: {g").replace("qwen3.5-4b", "qwen3-4b"))
        assert (first.arms, first.models, first.claim) == (("direct", "gate"), ("qwen3.5-4b",), "executable-gate")
        assert (other.arms, other.models, other.claim) == (("plain", "gate"), ("qwen3-4b",), None)

    def test_and_numbers_of_another_type_are_another_thing(self, outline):
        """1.0 repairs are a mistake also after 1 repair was none."""
        outline(BODY.replace("repairs: 3", "repairs: 1"))
        with pytest.raises(Exception, match="the number 1.0 stands here"):
            outline(BODY.replace("repairs: 3", "repairs: 1.0"))
