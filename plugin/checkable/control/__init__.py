"""Breaks: each takes an arm and breaks exactly one thing on purpose. One file each."""
