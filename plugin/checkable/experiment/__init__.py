"""One experiment from a typed spec to a result, top to bottom. Knows no pytest and no HTML."""
