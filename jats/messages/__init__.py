"""Words that messages are made of, the decorators that give a message its code, and the pages that explain the codes."""
