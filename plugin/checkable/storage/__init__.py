"""Files that many processes and threads share: one maker per key, one SQLite file for all.

Knows nothing of what is kept. The pool and the store of executions are built on it.
"""
