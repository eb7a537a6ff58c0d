"""The nightly audit of an archive: what is kept, what is audited again, what changed."""
