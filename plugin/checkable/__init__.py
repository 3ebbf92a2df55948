"""checkable: experiments on small language models, declared in YAML and run by pytest."""

__version__ = "0.1.0"
