"""Bytes of a file to blocks with places. A reader reports what stands there and never judges it."""
