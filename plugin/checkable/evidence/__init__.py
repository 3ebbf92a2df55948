"""Evidence: each adds named numbers to candidates before selection. One file each."""
