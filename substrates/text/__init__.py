"""Text transformations, one string in and one string out; all of them made here."""
