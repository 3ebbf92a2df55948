"""Selectors: each narrows the candidates of one case by visible evidence. One file each.

A selector is ``select(candidates, options, context) -> list[CheckedCandidate]``: the candidates
that are left, best first; an empty list abstains. A chain of selectors narrows step by step, and
the first candidate left at the end is committed.
"""
