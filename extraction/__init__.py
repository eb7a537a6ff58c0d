"""Blocks to typed models: what a document says, with the place of every value. Nothing here judges."""
