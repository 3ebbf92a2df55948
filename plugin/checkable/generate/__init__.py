"""Generators: each makes candidates for one case, from visible evidence and a model. One file each.

A generator is ``generate(case, options, tools) -> list[Candidate]``; see ``tools.py`` (in
``experiment``) for what it is handed. It never sees another case, another arm or an answer.
"""
