"""Specs: from YAML text to typed, frozen ``Spec`` values, or to errors a person can act on."""
