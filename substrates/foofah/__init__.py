"""Foofah: table transformations shown by one example table, to be applied to another table."""
