"""Behaviour specs that auditors write: the words they may use, how they are run, and what came of it."""
