"""Hidden programs over lists of numbers: one operator of an inventory, or two, behind a finish."""
