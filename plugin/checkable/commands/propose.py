"""`checkable propose`: the queue, and a spec skeleton for one of its proposals."""

from __future__ import annotations

import argparse
from typing import Any

from checkable.commands import _workspace


def add(commands: Any) -> None:
    parser = commands.add_parser("propose", help="list the queue, or write a spec skeleton for one of its proposals")
    parser.add_argument("proposal", nargs="?", default=None, help="its name; without one the queue is listed")
    parser.add_argument("--print", action="store_true", dest="shown", help="print the skeleton instead of writing it")
    _workspace.options_of(parser)
    parser.set_defaults(command=propose)


def propose(options: argparse.Namespace) -> int:
    from checkable.ledger import telling
    from checkable.ledger.documents import read_documents
    from checkable.ledger.proposing import skeleton, write_skeleton
    from checkable.spec.errors import nearest
    from checkable.spec.loader import load_items
    from checkable.substrate import registry

    root = _workspace.root_of(options)
    documents = read_documents(root)
    queue = {proposal.id: proposal for proposal in documents.proposals}
    if options.proposal is None:
        _workspace.say(telling.queue(sorted(queue.values(), key=lambda p: p.priority), _workspace.width()))
        return 0
    if options.proposal not in queue:
        hint = nearest(options.proposal, queue) or "`checkable propose` lists them"
        raise ValueError(f"the queue has no proposal {options.proposal!r}: {hint}")
    proposal = queue[options.proposal]
    claim = next((c for c in documents.claims if c.id == proposal.claim), None)
    if options.shown:
        print(skeleton(proposal, claim, registry.names(root)), end="")
        return 0
    path = write_skeleton(proposal, claim, root)
    items = load_items(path, root=root, tier="full")
    print(f"{path}: {len(items)} experiment, ready to collect; the proposal is in its comments")
    return 0
