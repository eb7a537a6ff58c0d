"""Whether a bundle is intact, and whose it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from bundling.errors import ChangedError, KeyFileError
from bundling.keys import PublicKey, read_public
from bundling.opening import Bundle, opened_bundle
from schemas.bundle import Manifest

_FINGERPRINT = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Trust:
    """A signer who is trusted, and where that is said."""

    fingerprint: str
    source: str


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed."""

    key: PublicKey
    trusted_by: str | None
    """Where it is said that this signer is trusted; None: nowhere."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known of a bundle."""

    path: Path
    fault: str | None = None
    """Why it is not intact."""
    manifest: Manifest | None = None
    """Of an intact bundle."""
    signer: Signer | None = None
    """None: it is not signed, or not intact."""

    @property
    def intact(self) -> bool:
        """Whether all is as it was made."""
        return self.fault is None

    @property
    def trusted(self) -> bool:
        """Whether it is intact and of a signer who is trusted."""
        return self.signer is not None and self.signer.trusted_by is not None


def trust_of(asked: str) -> Trust:
    """
    What ``--key`` says: a file of a public key, or a fingerprint that was compared by other means.

    Raises:
        KeyFileError: It is neither.
    """
    digits = re.sub(r"[\s:]", "", asked).lower()
    if _FINGERPRINT.fullmatch(digits) and not Path(asked).exists():
        return Trust(digits, "--key")
    return Trust(read_public(Path(asked)).fingerprint, asked)


def trusted_files(paths: Iterable[Path], told: Callable[[str], None]) -> Iterator[Trust]:
    """Those whose public keys lie in these files; a file that is of no use is told."""
    for path in paths:
        try:
            yield Trust(read_public(path).fingerprint, str(path))
        except KeyFileError as error:
            told(str(error))


@contextmanager
def verified(path: Path, trusted: Sequence[Trust]) -> Iterator[tuple[Verdict, Bundle | None]]:
    """
    Open a bundle with what is known of it; it is None when it is not intact.

    Raises:
        NotABundleError: It cannot be read, or is no bundle.
    """
    with ExitStack() as stack:
        try:
            bundle = stack.enter_context(opened_bundle(path))
        except ChangedError as error:
            yield Verdict(path, fault=str(error)), None
            return
        yield Verdict(path, manifest=bundle.manifest, signer=_signer(bundle, trusted)), bundle


def verify(path: Path, trusted: Sequence[Trust]) -> Verdict:
    """
    Check a bundle.

    Raises:
        NotABundleError: It cannot be read, or is no bundle.
    """
    with verified(path, trusted) as (verdict, _):
        return verdict


def _signer(bundle: Bundle, trusted: Sequence[Trust]) -> Signer | None:
    if bundle.seal is None:
        return None
    key = bundle.seal.key
    return Signer(key, next((one.source for one in trusted if one.fingerprint == key.fingerprint), None))
