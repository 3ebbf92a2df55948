"""What substrates of Python functions share: reading programs, calls as text, values as text, feedback, hidden tests.

Such a substrate has cases that name an ``entry_point`` and are judged by tests. It knows nothing of models,
and its modules import nothing heavy.
"""
