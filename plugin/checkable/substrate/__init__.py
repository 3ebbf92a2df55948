"""The contract of a substrate, finding substrates in the workspace, their data and their prompts."""
