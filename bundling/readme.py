"""What a bundle says to whoever finds it in twenty years."""

from __future__ import annotations

from bundling.seal import LENGTH

_ID = """\
BUNDEL BUKTI PEMERIKSAAN PATUH
==============================

Berkas ZIP ini menyimpan satu pemeriksaan dokumen beserta semua yang menjadi
dasarnya, dan disegel dengan tanda tangan digital (Ed25519).

  report.json       laporan pemeriksaan, lengkap
  reports/          laporan yang sama dalam bentuk lain, bila dibuat
  rules/            aturan yang dipakai, termasuk aturan instansi
  settings/         pengaturan instansi (patuh.toml), bila ada
  {inputs_id}
  manifest.json     versi program, tanggal penilaian, pilihan, dan daftar semua
                    berkas dengan sidik SHA-256 dan ukurannya
  SHA256SUMS        sidik berkas-berkas itu, untuk sha256sum
{masked_id}
Memeriksa keutuhan dan penanda tangannya:

  patuh verify NAMA-BUNDEL.zip

Memeriksa ulang dokumennya dengan aturan yang sama:

  patuh replay NAMA-BUNDEL.zip{replay}

Tanpa patuh: bongkar ZIP ini, lalu di dalam foldernya jalankan

  sha256sum -c SHA256SUMS

Itu menunjukkan bahwa berkas-berkasnya saling cocok, tetapi tidak menunjukkan
siapa yang membuatnya. Segelnya adalah komentar ZIP (lihat dengan: unzip -z):
"patuh.bundle/1 ed25519 KUNCI TANDA-TANGAN". Yang ditandatangani ialah empat
baris ini, masing-masing diakhiri LF, dengan N = banyaknya byte berkas ZIP tanpa
{seal} byte komentarnya dan H = SHA-256 dari N byte itu:

  patuh.bundle/1
  bytes N
  sha256 H
  key KUNCI
"""

_EN = """\


BUNDLE OF EVIDENCE OF A PATUH AUDIT
===================================

This ZIP file keeps one audit of documents with all that it rests on, sealed
with a digital signature (Ed25519).

  report.json       the report, in full
  reports/          the same report in other formats, where they were made
  rules/            the rules that were used, those of the organisation included
  settings/         the organisation's settings (patuh.toml), if any
  {inputs_en}
  manifest.json     versions, day of judgement, options, and a list of all files
                    with SHA-256 and size
  SHA256SUMS        the digests of these files, for sha256sum
{masked_en}
To verify that it is intact, and who signed it:

  patuh verify NAME-OF-BUNDLE.zip

To audit the documents again by the same rules:

  patuh replay NAME-OF-BUNDLE.zip{replay}

Without patuh: unpack this ZIP file and run in its folder

  sha256sum -c SHA256SUMS

This shows that the files fit together, not who made them. The seal is the
comment of the ZIP file (to see it: unzip -z): "patuh.bundle/1 ed25519 KEY
SIGNATURE". What is signed are these four lines, each ended by LF, where N is
the number of bytes of the ZIP file without the {seal} bytes of its comment, and H
the SHA-256 of these N bytes:

  patuh.bundle/1
  bytes N
  sha256 H
  key KEY
"""


def readme(*, masked: bool, with_inputs: bool) -> bytes:
    """The text, in Indonesian and English."""
    words = {
        "seal": LENGTH,
        "inputs_id": "inputs/           dokumen yang diperiksa"
        if with_inputs
        else "(dokumen yang diperiksa tidak disertakan; sidiknya ada dalam manifest.json)",
        "inputs_en": "inputs/           the documents that were audited"
        if with_inputs
        else "(the documents are not included; manifest.json has their digests)",
        "masked_id": "\nNIP dan nama orang dalam laporan ini disamarkan (UU 27/2022).\n" if masked else "",
        "masked_en": "\nNIPs and names of persons are masked in this report (UU 27/2022).\n" if masked else "",
        "replay": "" if with_inputs else " --inputs FOLDER",
    }
    return (_ID + _EN).format(**words).encode()
