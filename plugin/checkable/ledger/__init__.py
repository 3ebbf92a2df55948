"""The append-only record of runs: one line a run, and beside it the full result as an artefact.

A line (``runs``) holds every number of a result; an artefact (``artefacts``) holds its cases too.
This room knows files and nothing of how results are shown.
"""
