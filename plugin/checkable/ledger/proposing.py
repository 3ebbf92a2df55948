"""From a proposal of the queue to a spec skeleton that collects and runs as it stands.

The skeleton is a gate on generated cases of a substrate that exists, with the proposal beside it
in comments: what has to change is there to be changed, and it never stops being a valid spec.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path

from checkable.core.claims import Claim, Proposal
from checkable.substrate import registry

FOLDER = "specs/proposed"
WIDTH = 116
SPEC = (
    "model: embedded",
    "arms:",
    "  direct: {generator: direct}",
    "  gate:",
    "    generator: [direct, program]",
    "    selector: visible-pass",
    "controls:",
    "  shuffled-example: {of: gate, break: visible-example}",
    "criteria:",
    "  - gate beats direct",
    "  - gate beats shuffled-example",
)


class CannotPropose(ValueError):
    """There is nothing to run a skeleton on, or its file exists; the message says which."""


def skeleton_file(proposal: Proposal, root: Path) -> Path:
    return root / FOLDER / f"{proposal.id}.yaml"


def write_skeleton(proposal: Proposal, claim: Claim | None, root: Path) -> Path:
    """Write the skeleton and return its path. Raises CannotPropose; an existing file is never overwritten."""
    path = skeleton_file(proposal, root)
    text = skeleton(proposal, claim, registry.names(root))
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise CannotPropose(f"{path} exists already: edit it, or remove it to have a new one") from None
    return path


def skeleton(proposal: Proposal, claim: Claim | None, substrates: Sequence[str]) -> str:
    """The text of a spec. ``claim`` is the one that the proposal names."""
    if not substrates:
        raise CannotPropose("this workspace has no substrate to run a skeleton on")
    substrate = proposal.substrate if proposal.substrate in substrates else substrates[0]
    return "\n".join((*_comments(proposal, claim, substrate), *_spec(proposal, claim, substrate), ""))


def _comments(proposal: Proposal, claim: Claim | None, substrate: str) -> Iterator[str]:
    yield from _said("Question", proposal.question)
    yield from _said("Hypothesis", proposal.hypothesis)
    for number, step in enumerate(proposal.protocol, 1):
        yield from _said(f"Step {number}", step)
    yield from _said("It holds if", proposal.success)
    yield from _said("It does not if", proposal.failure)
    if claim is not None and claim.arm:
        controls = f", with the controls {', '.join(claim.controls)}" if claim.controls else ""
        yield from _said("The claim compares", f"arm {claim.arm} with arm {claim.base}{controls}: name yours so")
    yield from _said("To do", f"this is a gate on {substrate}, so that it runs; put the experiment in its place")


def _said(what: str, text: str) -> list[str]:
    return textwrap.wrap(f"{what}: {' '.join(text.split())}.".replace("..", ".").replace("?.", "?"), WIDTH,
                         initial_indent="# ", subsequent_indent="#   ", break_on_hyphens=False)


def _spec(proposal: Proposal, claim: Claim | None, substrate: str) -> Iterator[str]:
    """A gate against the direct answer. It does not carry the claim yet, or running it would be evidence."""
    yield f"title: {_quoted(proposal.title)}"
    yield f"research_program: {proposal.programs[0]}"
    if claim is not None:
        yield f"# claim: {claim.id}   # once this is the experiment that the proposal asks for"
    yield f"substrate: {substrate}"
    yield from SPEC


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
