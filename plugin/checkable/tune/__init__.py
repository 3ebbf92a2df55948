"""Adapters for policies: a model that is served is fine-tuned on verified programs of a substrate, as a LoRA adapter.

The trainings of ``learn/`` make compilers, which fill slots or write listings and are read by learned words alone.
Here a language model is trained to answer a substrate's own prompt, and what comes out is a folder that
``models.yaml`` names. Must not know arms or answers.
"""
