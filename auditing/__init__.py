"""The composition: files in, reports out; the only package that knows readers, extraction, engine and reports."""
