"""What stands in a text: passages, words, figures, dates, cues, roles, speakers; the words are data."""
