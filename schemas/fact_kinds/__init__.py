"""The fact kinds, a module a topic; `schemas/facts.py` puts them together."""
