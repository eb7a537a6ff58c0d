"""The commands of this checkout that are written in Python; none of them is part of the installed patuh."""
