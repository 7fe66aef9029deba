"""A desk in one file, verified, and a desk out of it again."""
