"""Nomination: which passages bear on which claims. A score only nominates; it decides no stance."""
