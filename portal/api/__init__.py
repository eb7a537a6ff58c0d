"""The interface for other programs, below ``/api/v1``."""
