"""What can go wrong with bundles; messages are Indonesian and say what to do."""

from __future__ import annotations


class BundleError(Exception):
    """A bundle cannot be written, or what it holds cannot be used."""


class NotABundleError(BundleError):
    """A file cannot be read, or is no bundle."""


class ChangedError(BundleError):
    """The bundle is not as it was made."""


class KeyFileError(BundleError):
    """A file of a key cannot be read or written, or holds no such key."""
