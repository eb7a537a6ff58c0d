"""The vocabulary of patuh: every value that crosses a wall between packages is one of these models."""
