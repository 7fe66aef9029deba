"""Matching by many processes: those of this machine, or the workers of a Dask cluster."""
