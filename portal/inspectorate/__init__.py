"""Pages for the Inspektorat: signed in, all offices."""
