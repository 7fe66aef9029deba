"""Inputs that nobody would write, by the thousand: nothing may fall over, take long, or be misquoted."""
