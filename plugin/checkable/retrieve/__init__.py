"""Finding texts by what they mean or by the words they share: embeddings in FAISS, and BM25 beside it.

Promises that a text is embedded once by each model, whoever asks and in whichever process; that what changed is
embedded alone; and that nothing heavy is imported before a search needs it. The texts here are those of the
library's algorithms. Must not know cases, answers, or what becomes of what is found.
"""
