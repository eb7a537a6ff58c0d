"""Copies of the clerk's own documents with the findings at their place; knows nothing of rules and of files on disk."""
