"""QuixBugs: repair a classic algorithm in which one line is wrong."""
