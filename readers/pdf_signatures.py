"""
Digital signatures of a PDF: who signed, when, whether it still holds, and whether the chain of certificates is trusted.

Written against ISO 32000-2 12.8 and CMS (RFC 5652), by pyHanko. Nothing leaves the machine: certificates come from the
file and from the settings, nothing is fetched, and whether a certificate was revoked is not asked. What cannot be
checked is said in words; no exception comes out.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import logging
import re
from collections.abc import Coroutine, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from readers.page import Box
from schemas.blocks import DigitalSignature
from schemas.evidence import Evidence

if TYPE_CHECKING:
    from asn1crypto import cms, x509  # type: ignore[import-untyped]
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

T = TypeVar("T")

MAX_SIGNATURES = 50
"""Signatures of one file that are checked; an SOP has one to five."""
MAX_CMS_BYTES = 4 * 1024 * 1024
"""Bytes of one signature with its certificates and time stamp; one with long-term data has 60 KB."""
MAX_REVIEWED_OBJECTS = 150_000
"""Objects times revisions after a signature, all signatures together, that are searched for changes: 10 s, at most."""
MAX_CERTIFICATES = 200
"""Certificates that a file brings along for one signature."""
MAX_CHAIN = 8
"""Certificates from the signer up to the root."""
MAX_SAME_NAME = 2
"""Certificates of one name that are tried on the way up: a renewed one has the name of the old one."""
MAX_NAME = 120
"""Characters of a name in a certificate."""
HEAD_BYTES = 1_024
"""Bytes in which a PDF must begin; a mail program may have put some before."""
WEAK_HASHES = frozenset({"md2", "md5", "sha1"})

_HEAD = b"%PDF-"
_SEQUENCE = b"30"
"""The first byte of a signature, in hexadecimal digits."""
_BYTE_RANGE = b"/ByteRange"
_CHECKED = frozenset({"/adbe.pkcs7.detached", "/ETSI.CAdES.detached"})
"""The kinds of signature (SubFilter) that are checked; others are of before 2008."""
_RANGES = re.compile(
    rb"/ByteRange\s{0,9}\[\s{0,9}(\d{1,10})\s{1,9}(\d{1,10})\s{1,9}(\d{1,10})\s{1,9}(\d{1,10})\s{0,200}\]"
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069]+")

_CHANGED_BYTES = "isi yang ditandatangani berbeda dengan isi saat ditandatangani"
_FORGED = "tanda tangan tidak cocok dengan sertifikatnya"
_CHANGED_AFTER = "dokumen diubah sesudah ditandatangani"
_PARTIAL = "tanda tangan hanya mencakup sebagian dari berkas"
_FILLED_AFTER = "isian formulir diubah sesudah ditandatangani, sebagaimana diizinkan penanda tangan"
_EXPIRED = "sertifikat penanda tangan tidak berlaku pada saat penandatanganan"
_BROKEN = "data tanda tangan rusak atau tidak lengkap, sehingga tidak membuktikan apa pun"
_UNREAD = "tanda tangan tidak dapat dibaca sehingga tidak diperiksa"
_UNKNOWN = "tanda tangan memakai cara yang tidak dikenal sehingga tidak diperiksa"
_TOO_LARGE = "data tanda tangan terlalu besar sehingga tidak diperiksa"
_TOO_MANY = "perubahan sesudah penandatanganan terlalu banyak sehingga tidak diperiksa"
_UNSEEN = "tanda tangan digital tanpa tampilan pada halaman"
_OLD_KIND = "tanda tangan berjenis lama sehingga tidak dapat diperiksa"


@dataclass(slots=True)
class Signed:
    """The signatures of one file."""

    signatures: list[DigitalSignature] = field(default_factory=list)
    more: int = 0
    """Signatures beyond those that are checked."""
    unread: bool = False
    """The list of signatures is damaged: there may be others."""
    stamped: bool = False
    """A time stamp of the whole document is among them, which is nobody's signature."""
    lost_roots: int = 0
    """Certificates of the settings that cannot be read."""


def may_be_signed(data: bytes) -> bool:
    """Whether a PDF may hold a signature: each names the bytes that it is about, in clear."""
    return _BYTE_RANGE in data


def read_signatures(
    data: bytes, *, roots: Sequence[bytes] = (), places: Mapping[str, tuple[int, Box]] | None = None
) -> Signed:
    """
    Check the digital signatures of a PDF.

    Args:
        data: The whole file.
        roots: Certificates (DER) at which chains may end; none: chains are not checked.
        places: Where signature fields are shown, by their full names: page (from 1) and box in points from top left.
    """
    for library in ("pyhanko", "pyhanko_certvalidator"):
        logging.getLogger(library).setLevel(logging.CRITICAL + 1)  # what they would say is in the report
    signed = Signed()
    try:
        checker = _Checker(data, roots, places or {})
        signed.lost_roots = len(roots) - checker.roots
        for at, (name, value, sig_field) in enumerate(checker.fields()):
            if at >= MAX_SIGNATURES:
                signed.more += 1
            elif _is_time_stamp(value):
                signed.stamped = True
            else:
                signed.signatures.append(checker.check(name, value, sig_field))
    except Exception:  # noqa: BLE001 - whatever a library meets in a hostile file
        signed.unread = True
    if signed.unread and not signed.signatures:
        signed.signatures += _by_bytes(data)
    return signed


def _is_time_stamp(value: Any) -> bool:
    return str(value.get("/Type", "")) == "/DocTimeStamp" or str(value.get("/SubFilter", "")) == "/ETSI.RFC3161"


class _Checker:
    """Checks the signatures of one file one after the other."""

    def __init__(self, data: bytes, roots: Sequence[bytes], places: Mapping[str, tuple[int, Box]]) -> None:
        from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415 - only for signed files

        begin = max(0, data[:HEAD_BYTES].find(_HEAD))  # places in the file count from there
        self._reader: PdfFileReader = PdfFileReader(io.BytesIO(data[begin:] if begin else data), strict=False)
        if self._reader.encrypted:
            self._reader.decrypt(b"")
        self._objects = int(self._reader.trailer["/Size"])
        self._roots = tuple(_certificates(roots))
        self._places = places
        self._reviewed = 0

    @property
    def roots(self) -> int:
        """How many trusted certificates could be read."""
        return len(self._roots)

    def fields(self) -> Iterator[tuple[str, Any, Any]]:
        """Yield full name, signature dictionary and field of all signature fields that are signed."""
        from pyhanko.sign.fields import enumerate_sig_fields  # noqa: PLC0415 - as above

        for name, value, sig_field in enumerate_sig_fields(self._reader, filled_status=True):
            yield name, value.get_object(), sig_field

    def check(self, name: str, value: Any, sig_field: Any) -> DigitalSignature:
        """Check one signature."""
        from pyhanko.sign.validation.errors import SignatureValidationError  # noqa: PLC0415 - as above

        found = replace(_unchecked(self._place(name), _UNREAD), signer=_words(value.get("/Name")))
        try:
            if str(value.get("/SubFilter", "")) not in _CHECKED:
                return replace(found, problem=_OLD_KIND)
            if len(value.raw_get("/Contents")) > MAX_CMS_BYTES:
                return replace(found, problem=_TOO_LARGE)
            return self._checked(name, sig_field, found)
        except (SignatureValidationError, ValueError, TypeError, KeyError):
            return replace(found, checked=True, problem=_BROKEN)
        except Exception:  # noqa: BLE001 - as above
            return replace(found, problem=_UNKNOWN)

    def _checked(self, name: str, sig_field: Any, found: DigitalSignature) -> DigitalSignature:
        from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature  # noqa: PLC0415 - as above

        embedded = EmbeddedPdfSignature(self._reader, sig_field, name)
        certificate = embedded.signer_cert
        intact, forged = _integrity(embedded)
        signed_at, stamped = _time(embedded)
        expired = signed_at is not None and not certificate.not_valid_before <= signed_at <= certificate.not_valid_after
        whole, changes = self._whole(embedded) if intact else (False, None)
        weak = _weak_hash(embedded)
        problems = [
            *([] if intact else [_FORGED if forged else _CHANGED_BYTES]),
            *([changes] if changes else []),
            *([_EXPIRED] if expired else []),
            *([f"tanda tangan memakai algoritma hash yang lemah ({weak})"] if weak else []),
        ]
        return replace(
            found,
            signer=_common_name(certificate) or found.signer,
            organisation=_organisation(certificate),
            issuer=_common_name(certificate, issuer=True),
            signed_at=signed_at,
            stamped=stamped,
            intact=intact,
            whole=bool(whole),
            checked=whole is not None,
            trust=self._trust(embedded, signed_at),
            problem="; ".join(problems) or None,
        )

    def _place(self, name: str) -> Evidence:
        place = self._places.get(name)
        if place is None:
            return Evidence(quote="", note=_UNSEEN)
        return Evidence(quote="", page=place[0], bbox=place[1], note="tanda tangan digital")

    def _whole(self, embedded: EmbeddedPdfSignature) -> tuple[bool | None, str | None]:
        """Whether nothing was changed later, and what was; None where that is too much to search."""
        from pyhanko.sign.diff_analysis import DiffResult  # noqa: PLC0415 - as above
        from pyhanko.sign.validation.status import SignatureCoverageLevel  # noqa: PLC0415 - as above

        later = self._reader.xrefs.total_revisions - 1 - embedded.signed_revision
        self._reviewed += later * self._objects
        if self._reviewed > MAX_REVIEWED_OBJECTS:
            return None, _TOO_MANY
        embedded.compute_integrity_info()  # type: ignore[no-untyped-call]
        coverage: SignatureCoverageLevel = embedded.evaluate_signature_coverage()
        if coverage < SignatureCoverageLevel.ENTIRE_REVISION:
            return False, _PARTIAL
        if not embedded.summarise_integrity_info()["docmdp_ok"]:
            return False, _CHANGED_AFTER
        result: object = embedded.diff_result
        filled = isinstance(result, DiffResult) and set(result.changed_form_fields) - self._signature_names()
        return True, _FILLED_AFTER if filled else None

    def _signature_names(self) -> set[str]:
        from pyhanko.sign.fields import enumerate_sig_fields  # noqa: PLC0415 - as above

        return {name for name, _, _ in enumerate_sig_fields(self._reader)}

    def _trust(
        self, embedded: EmbeddedPdfSignature, signed_at: dt.datetime | None
    ) -> Literal["trusted", "untrusted", "not-checked"]:
        """Whether the chain held at the time of signing; where no time is told, when the certificate was new."""
        from pyhanko_certvalidator import ValidationContext, find_valid_path  # noqa: PLC0415 - as above
        from pyhanko_certvalidator.errors import PathError, ValidationError  # noqa: PLC0415 - as above

        if not self._roots:
            return "not-checked"
        certificate = embedded.signer_cert
        context = ValidationContext(
            trust_roots=list(self._roots),
            other_certs=_upwards(certificate, self._brought(embedded)),
            moment=signed_at or certificate.not_valid_before,
            allow_fetching=False,
            revocation_mode="soft-fail",
        )
        try:
            paths = context.path_builder.async_build_paths_lazy(certificate)
            _at_once(find_valid_path(certificate, paths, context))
        except (PathError, ValidationError, ValueError):
            return "untrusted"
        return "trusted"

    def _brought(self, embedded: EmbeddedPdfSignature) -> list[x509.Certificate]:
        """The certificates that the file brings along: with the signature, and in its store of validation data."""
        from asn1crypto import x509  # noqa: PLC0415 - as above

        found = list(embedded.other_embedded_certs)[:MAX_CERTIFICATES]
        try:
            streams = list(self._reader.root["/DSS"]["/Certs"])[:MAX_CERTIFICATES]
            found += [x509.Certificate.load(stream.get_object().data) for stream in streams]
        except (KeyError, TypeError, ValueError, AttributeError):
            pass  # there is no such store, or a damaged one
        return found


def _unchecked(place: Evidence, problem: str) -> DigitalSignature:
    return DigitalSignature(
        signer=None,
        signed_at=None,
        intact=False,
        whole=False,
        trust="not-checked",
        problem=problem,
        evidence=(place,),
        checked=False,
    )


# a file whose objects cannot be read


def _by_bytes(data: bytes) -> list[DigitalSignature]:
    """The signatures of a damaged file, by the places of the signed bytes as they are written."""
    ranges = dict.fromkeys(match.groups() for match in islice(_RANGES.finditer(data), MAX_SIGNATURES))
    return [_by_range(data, *map(int, numbers)) for numbers in ranges]


def _by_range(data: bytes, begin: int, length: int, after: int, rest: int) -> DigitalSignature:
    """A signature of the bytes around a gap, which holds the signature in hexadecimal digits."""
    from pyhanko.sign.general import extract_certificate_info, extract_signer_info  # noqa: PLC0415 - as above

    found = _unchecked(Evidence(quote="", note=_UNSEEN), _UNREAD)
    packed = data[begin + length : after].strip(b"<> \t\r\n")
    if not packed.startswith(_SEQUENCE) or len(packed) > 2 * MAX_CMS_BYTES:
        return found  # perhaps no signature at all
    try:
        content = _signed_data(bytes.fromhex(packed.decode("ascii")))
        own, certificate = extract_signer_info(content), extract_certificate_info(content).signer_cert
        found = replace(found, signer=_common_name(certificate), organisation=_organisation(certificate))
        told = next(one["values"][0].native for one in own["signed_attrs"] if one["type"].native == "message_digest")
        digest = hashlib.new(own["digest_algorithm"]["algorithm"].native)
    except Exception:  # noqa: BLE001 - whatever a library meets in a damaged signature
        return replace(found, checked=True, problem=_BROKEN)
    digest.update(data[begin : begin + length])
    digest.update(data[after : after + rest])
    return found if digest.digest() == told else replace(found, checked=True, problem=_CHANGED_BYTES)


def _signed_data(packed: bytes) -> cms.SignedData:
    from asn1crypto import cms  # noqa: PLC0415 - as above

    content: cms.SignedData = cms.ContentInfo.load(packed)["content"]
    return content


# what the signature itself says


def _integrity(embedded: EmbeddedPdfSignature) -> tuple[bool, bool]:
    """Whether the signed bytes are what they were; and, where not, whether the signature itself is false."""
    from pyhanko.sign.validation.generic_cms import validate_sig_integrity  # noqa: PLC0415 - only for signed files

    unchanged, valid = validate_sig_integrity(
        embedded.signer_info,
        embedded.signer_cert,
        expected_content_type=embedded.signed_data["encap_content_info"]["content_type"].native,
        actual_digest=embedded.compute_digest(),
    )
    return unchanged and valid, unchanged and not valid


def _weak_hash(embedded: EmbeddedPdfSignature) -> str | None:
    """The name of a hash that no longer proves anything, of the contents or of the signature."""
    used = [embedded.md_algorithm]
    with suppress(ValueError):  # of kinds that have none of their own
        used.append(embedded.signer_info["signature_algorithm"].hash_algo)
    return next((name.upper() for name in used if name in WEAK_HASHES), None)


def _time(embedded: EmbeddedPdfSignature) -> tuple[dt.datetime | None, bool]:
    """When it was signed, and whether a time stamp says so that belongs to this signature."""
    for token in _tokens(embedded.signer_info):
        stamped = _stamped(token, embedded.signer_info)
        if stamped is not None:
            return stamped, True
    claimed = embedded.self_reported_timestamp
    if claimed is not None and claimed.tzinfo is None:
        claimed = claimed.replace(tzinfo=dt.UTC)
    return claimed, False


def _tokens(signer_info: cms.SignerInfo) -> Iterator[cms.SignedData]:
    from pyhanko.sign.validation.generic_cms import extract_tst_data_iter  # noqa: PLC0415 - as above

    try:
        yield from extract_tst_data_iter(signer_info, signed=False)
    except Exception:  # noqa: BLE001 - a damaged time stamp is none
        return


def _stamped(token: cms.SignedData, signer_info: cms.SignerInfo) -> dt.datetime | None:
    """The time that a token states, where it is about this signature and signed by its own certificate."""
    from pyhanko.sign.general import extract_certificate_info, extract_signer_info  # noqa: PLC0415 - as above
    from pyhanko.sign.validation.generic_cms import validate_sig_integrity  # noqa: PLC0415 - as above

    try:
        content = token["encap_content_info"]["content"]
        info, own = content.parsed, extract_signer_info(token)
        imprint = info["message_imprint"]
        algorithm = imprint["hash_algorithm"]["algorithm"].native
        about = hashlib.new(algorithm, signer_info["signature"].native).digest()
        digest = hashlib.new(own["digest_algorithm"]["algorithm"].native, bytes(content)).digest()
        signer = extract_certificate_info(token).signer_cert
        sound = validate_sig_integrity(own, signer, expected_content_type="tst_info", actual_digest=digest)
        time: dt.datetime = info["gen_time"].native
    except Exception:  # noqa: BLE001 - as above
        return None
    return time if all(sound) and about == imprint["hashed_message"].native else None


# certificates


def _certificates(roots: Iterable[bytes]) -> Iterator[x509.Certificate]:
    """Yield the certificates that can be read."""
    from asn1crypto import x509  # noqa: PLC0415 - only for signed files

    for der in roots:
        try:
            certificate = x509.Certificate.load(der)
            hash((certificate.subject.hashable, certificate.public_key.sha256))
        except (ValueError, TypeError, KeyError):
            continue
        yield certificate


def _upwards(certificate: x509.Certificate, brought: Sequence[x509.Certificate]) -> list[x509.Certificate]:
    """Those of the certificates that may stand in the chain: few, however many a hostile file brings."""
    chain: list[x509.Certificate] = []
    names = {certificate.issuer.hashable}
    for _ in range(MAX_CHAIN):
        level = [one for name in sorted(names) for one in _named(brought, name) if one not in chain]
        chain += level
        names = {one.issuer.hashable for one in level}
    return chain


def _named(brought: Sequence[x509.Certificate], name: str) -> list[x509.Certificate]:
    return [one for one in brought if one.subject.hashable == name][:MAX_SAME_NAME]


def _common_name(certificate: x509.Certificate, *, issuer: bool = False) -> str | None:
    name = (certificate.issuer if issuer else certificate.subject).native
    return _words(name.get("common_name") or name.get("organization_name"))


def _organisation(certificate: x509.Certificate) -> str | None:
    return _words(certificate.subject.native.get("organization_name"))


def _words(value: object) -> str | None:
    """A name as one line of words; of several the first."""
    if isinstance(value, list):
        value = value[0] if value else None
    if not isinstance(value, str):
        return None
    return " ".join(_CONTROL.sub(" ", value).split())[:MAX_NAME] or None


def _at_once(steps: Coroutine[Any, Any, T]) -> T:
    """The result of a coroutine that has nothing to wait for: without a network no loop of events is needed."""
    try:
        steps.send(None)
    except StopIteration as end:
        result: T = end.value
        return result
    steps.close()
    raise ValueError("a chain of certificates that waits for a network")
