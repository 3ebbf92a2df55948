"""How the cases of the text substrate are made: contents, operators, families, problems.

``content`` writes believable lines, ``operators`` transforms them, ``families`` says which chains of
operators work on which lines, ``compose`` draws problems and keeps those that show their rule.
"""
