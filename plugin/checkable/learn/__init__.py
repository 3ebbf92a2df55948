"""The training room: trainings as artefacts, keyed by everything that made them.

Promises that a training is made once, resumes after a kill to the same result, and is scored at the checkpoint that
a validation set chose. Torch lives in a process of its own (``worker.py``); what pytest imports from here is cheap.
Must not know pytest, arms or answers: its labels are those of ``course.Lesson``, never those of an evaluated case.
"""
