"""The commands of ``python -m checkable``: one file each, found by being here.

A command's module has ``add(commands)``, which adds its parser and sets ``command`` to a function
from the parsed options to an exit status: 0, or 1 where it found something wrong. Mistakes of the
user are raised. Importing a command must stay cheap, since every call imports all.
"""
