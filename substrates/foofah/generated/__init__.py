"""Made-up cases in the manner of Foofah: messy tables, one worked example, unlimited and seeded.

A case is a chain of table operators (``operators``) behind a layout (``layouts``, ``reports``)
filled with content of our own (``content``). ``families`` lists the chains, ``compose`` makes
problems of them. Nothing here reads published data, and nothing here knows of models.
"""
