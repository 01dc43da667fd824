"""Notes of the authors: correspondence, conflicts of interest, footnotes."""
