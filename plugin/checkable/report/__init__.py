"""How results are shown: in the terminal, in JUnit XML and on one self-contained HTML page.

This room reads results (``core.result``, or the plain data read back from disk), returns text and
writes pages. It computes no statistic and runs nothing: a number that is not in a result is not shown.
"""
