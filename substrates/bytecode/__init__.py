"""Everyday questions in words whose answers are programs of a small typed stack machine."""
