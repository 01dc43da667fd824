"""Word files: the paragraphs of a .docx with their styles and marks, read as the lines of a page are."""
