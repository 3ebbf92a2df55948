"""The names of the audits and the question each asks. Imports nothing heavy.

``spec`` checks ``justifications`` against this table at collection; ``measure.audits`` answers the
questions, and a test holds the two together.
"""

from __future__ import annotations

AUDITS: dict[str, str] = {
    "labels": "does a case have a label that is known to be bad or given away?",
    "bought-labels": "was a label bought of an input that is scored?",
    "overlap": "was something trained on cases that it is scored on, or on nearly the same ones?",
    "provenance": "is the reference solution, or a variation of it, among the candidates?",
    "controls": "does every arm that learns or selects have a control with one thing broken?",
    "inert-controls": "does what a control breaks change any commit?",
    "required-controls": "are the controls here that the claim says it takes?",
    "baselines": "do random, untrained and one-line baselines stand beside every learned arm?",
    "decoding": "do compared arms decode alike?",
    "models": "do compared arms ask the same models?",
    "budget": "do compared arms spend alike?",
    "cases": "were compared arms tried on the same cases?",
    "power": "could this many cases show the difference that is seen?",
    "families": "does the difference survive that cases come in families?",
    "seeds": "how much would another seed change?",
    "checkpoints": "was a training run scored at whatever step came last?",
    "commit-rate": "does an arm commit more or less often than what it is compared with, unsaid?",
    "determinism": "does a committed program give the same output again?",
    "repeatability": "does the model give the same completion again?",
    "completions": "did this run make its completions?",
    "parsing": "could every candidate be read?",
    "infrastructure": "did an execution fail by our fault?",
    "length": "did max_tokens cut completions off?",
}
