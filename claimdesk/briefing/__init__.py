"""Briefings: what leaves the desk as a card, a report or data, and stays true when it is cut out."""
