"""Engines: whatever serves completions behind an OpenAI-compatible endpoint.

The client asks, the broker owns the servers that it starts, ``models.yaml`` names the models.
Nothing here knows of cases, substrates or selectors, and nothing is imported until it is needed.
"""
