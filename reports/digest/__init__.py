"""The digest of a night: as a page, as text, and as the body of a mail."""
