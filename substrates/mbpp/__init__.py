"""MBPP: short Python functions from one sentence and one assert, judged by the asserts that are not shown."""
