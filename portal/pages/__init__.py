"""Pages: templates, words in two languages, style and script."""
