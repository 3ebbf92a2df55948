"""Search without a model: which compositions of known operators reproduce the visible examples.

``inventory`` is the contract an inventory of operators fills, ``programs`` the text of a composition,
``enumerating`` the search. All of it is trusted code of ours over plain values: nothing is compiled
or imported from a program's text. The room knows nothing of tables, models or answers.
"""
