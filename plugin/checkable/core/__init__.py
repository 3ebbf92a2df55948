"""The frozen values that travel between rooms, and nothing that happens.

This room imports no other room, no third-party package and no pytest. A value here is made in
one room, read in others and never changed. None of them holds an answer except those of
``scored``, which only ``measure`` makes and only ``ledger`` and ``report`` read.
"""
