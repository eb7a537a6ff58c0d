"""Facts that are derived from the models, a module a topic; `engine/facts.py` calls them in order."""
