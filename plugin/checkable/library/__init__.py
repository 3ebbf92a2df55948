"""The verified algorithms of ``library/``: read, executed in the sandbox, compared, and listed in an index.

Promises that an entry of the index is an algorithm whose examples and properties held when it was
written there, and whose file has not changed since. Knows nothing of cases, models or substrates:
what retrieves an algorithm asks ``load`` for it and hands on its ``source``.
"""

from checkable.library.entry import Algorithm, LibraryError
from checkable.library.index import INDEX_NAME, index_text, read_index
from checkable.library.reading import load, read
from checkable.library.verifying import Verdict, verify

__all__ = ["INDEX_NAME", "Algorithm", "LibraryError", "Verdict", "index_text", "load", "read", "read_index", "verify"]
