"""Articles: read from a folder, with where each of their facts was read."""
