"""The commands of the command line that are too many for cli.py, and what all commands share."""
