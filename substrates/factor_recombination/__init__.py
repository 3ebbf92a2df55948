"""Questions made of two factors, of which training sees some pairs, evaluated on a ladder of distance from those."""
