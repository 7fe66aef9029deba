"""What stands in a text: passages, words, figures, dates, cues, roles, speakers. Words are data in `lang/`."""
