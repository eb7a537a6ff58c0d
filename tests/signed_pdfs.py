"""
Signed PDFs for tests: a root, an intermediate and signers of invented people, made anew in each run.

Nobody's real certificate is used, and no private key is kept.
"""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter, append_signature_field
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

SIGNER = "WISNU ANGGARAKSA, S.STP., M.Si."
OFFICE = "Kecamatan Taman Selasih"
SIGNED_AT = dt.datetime(2025, 1, 13, 9, 15, tzinfo=dt.timezone(dt.timedelta(hours=7)))
FIRST_DAY = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
LAST_DAY = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True)
class Holder:
    """A certificate and its key."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.DER)

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.PEM)

    @property
    def asn1(self) -> asn1_x509.Certificate:
        return asn1_x509.Certificate.load(self.der)

    @property
    def asn1_key(self) -> asn1_keys.PrivateKeyInfo:
        packed = self.key.private_bytes(
            serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        return asn1_keys.PrivateKeyInfo.load(packed)


def issued(
    name: str,
    by: Holder | None = None,
    *,
    office: str | None = OFFICE,
    authority: bool = False,
    stamps: bool = False,
    days: tuple[dt.datetime, dt.datetime] = (FIRST_DAY, LAST_DAY),
) -> Holder:
    """A certificate of somebody, signed by another holder or by itself."""
    key = rsa.generate_private_key(65537, 2048) if stamps else ec.generate_private_key(ec.SECP256R1())
    parts = [x509.NameAttribute(NameOID.COMMON_NAME, name)] if name else []
    parts += [x509.NameAttribute(NameOID.ORGANIZATION_NAME, office)] if office else []
    subject = x509.Name(parts)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(by.certificate.subject if by else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(days[0])
        .not_valid_after(days[1])
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
    )
    if stamps:
        builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    signed = builder.sign(by.key if by else key, hashes.SHA256())
    return Holder(signed, key)


@cache
def root() -> Holder:
    """The root of the invented authority."""
    return issued("Akar Sertifikasi Arunika", office="Balai Sertifikasi Arunika", authority=True)


@cache
def stranger() -> Holder:
    """A root that nobody asked for."""
    return issued("Akar Lain", office=None, authority=True)


@cache
def intermediate() -> Holder:
    """The authority that issues certificates to people."""
    return issued("Penerbit Arunika", root(), office="Balai Sertifikasi Arunika", authority=True)


@cache
def signer(name: str = SIGNER) -> Holder:
    """Somebody who signs."""
    return issued(name, intermediate())


@cache
def time_stamper(when: dt.datetime) -> DummyTimeStamper:
    """An authority that stamps everything with one time."""
    holder = issued("Stempel Waktu Arunika", root(), stamps=True)
    store = SimpleCertificateStore.from_certs([holder.asn1, root().asn1])
    return DummyTimeStamper(holder.asn1, holder.asn1_key, certs_to_embed=store, fixed_dt=when)


@dataclass(frozen=True)
class Signing:
    """How a PDF is signed."""

    by: Holder = field(default_factory=signer)
    name: str = "Pengesahan"
    """Of the field."""
    at: dt.datetime = SIGNED_AT
    box: tuple[int, int, int, int] | None = None
    """Where it is shown, in points from the left lower corner; nowhere when left out."""
    page: int = 0
    stamp: dt.datetime | None = None
    """The time of a time stamp."""
    hash: str = "sha256"
    chain: bool = True
    """Whether the intermediate comes along."""
    certify: Any = None
    """The changes that a certifying signature allows, as `MDPPerm`."""


class _PdfSigner(signers.PdfSigner):
    """Signs at a time of the test's choice."""

    at: dt.datetime

    def init_signing_session(self, *args: Any, **named: Any) -> Any:
        session = super().init_signing_session(*args, **named)
        session.system_time = self.at
        return session


def signed(data: bytes, how: Signing | None = None) -> bytes:
    """The PDF with one more signature, in an update of its own."""
    how = how or Signing()
    store = SimpleCertificateStore.from_certs([intermediate().asn1] if how.chain else [])
    by = signers.SimpleSigner(how.by.asn1, how.by.asn1_key, cert_registry=store)
    meta = signers.PdfSignatureMetadata(
        field_name=how.name,
        md_algorithm=how.hash,
        subfilter=SigSeedSubFilter.PADES,
        certify=how.certify is not None,
        **({"docmdp_permissions": how.certify} if how.certify is not None else {}),
    )
    writer = IncrementalPdfFileWriter(io.BytesIO(data), strict=False)
    place = SigFieldSpec(how.name, box=how.box, on_page=how.page)
    stamper = time_stamper(how.stamp) if how.stamp else None
    made = _PdfSigner(meta, by, timestamper=stamper, new_field_spec=place)
    made.at = how.at
    out = io.BytesIO()
    made.sign_pdf(writer, output=out)
    return out.getvalue()


def with_empty_field(data: bytes) -> bytes:
    """The PDF with a field in which nobody has signed."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data), strict=False)
    append_signature_field(writer, SigFieldSpec("Kosong", box=(60, 100, 200, 150)))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def with_other_page(data: bytes, words: bytes = b"Isi lain") -> bytes:
    """The PDF with other words drawn over its first page, in an update of its own."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data), strict=False)
    stream = generic.StreamObject(stream_data=b"BT /F1 12 Tf 60 60 Td (" + words + b") Tj ET")
    writer.add_stream_to_page(0, writer.add_object(stream))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
