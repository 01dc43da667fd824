"""Findings fixed in the file itself: the text at their place is exchanged, everything else stays byte for byte."""
