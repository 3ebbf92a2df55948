"""Every completion ever made, stored by content: generation is paid once.

This room keeps what models returned and knows nothing of cases, candidates or selectors.
"""
