"""Papers in Markdown: the front matter of JOSS, MyST and Quarto, and the list of references beside it."""
