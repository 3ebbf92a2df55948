"""Wrong programs over lists of numbers, with what they compute on visible cases and what they should."""
