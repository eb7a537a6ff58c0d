"""Pages for clerks: check a document, see what to mend, hand it in."""
