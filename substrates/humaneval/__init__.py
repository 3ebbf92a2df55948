"""HumanEval: a Python function from its signature and docstring, judged by tests that are not shown."""
