"""Findings in print: one module a format. Reports print what they are given and judge nothing."""
