"""What the API says to people: details of problems, and the page that lists its operations."""

from __future__ import annotations

from typing import Final

from reports.labels import Language

DETAILS: Final[dict[Language, dict[str, str]]] = {
    "id": {
        "invalid": "Permintaan tidak sah. Perbaiki yang disebut pada errors, lalu kirim lagi.",
        "bad-upload": "Unggahan tidak dapat dimengerti. Kirim tepat satu berkas sebagai multipart/form-data dengan "
        "nama bagian file, atau isinya saja sebagai application/octet-stream.",
        "no-token": "Diperlukan token. Kirim Authorization: Bearer patuh_…; token diterbitkan oleh Inspektorat.",
        "unknown-token": "Token tidak dikenal, sudah dicabut, atau sudah lewat masa berlakunya. Minta yang baru kepada "
        "Inspektorat.",
        "forbidden": "Permintaan ini datang dari halaman situs lain dan ditolak.",
        "not-found": "Tidak ada, sudah dihapus, atau bukan milik Anda.",
        "method-not-allowed": "Metode ini tidak ada untuk alamat ini. Yang ada disebut pada kepala Allow.",
        "too-slow": "Pengiriman terhenti terlalu lama. Kirim lagi.",
        "not-ready": "Pemeriksaan belum selesai. Tanyakan lagi sebentar lagi.",
        "no-copy": "Dokumen ini tidak dapat dibuatkan salinan berisi temuan. Baca temuannya pada report.",
        "refused": "Dokumen tidak dapat diserahkan.",
        "too-large": "Unggahan terlalu besar. Kirim berkas yang lebih kecil.",
        "unsupported-media-type": "Jenis isi ini tidak diterima. Lihat Content-Type yang diterima di /api.",
        "too-often": "Terlalu banyak permintaan. Tunggu sesuai Retry-After, lalu kirim lagi.",
        "full": "Terlalu banyak dokumen menunggu. Tunggu sesuai Retry-After, lalu kirim lagi.",
        "unavailable": "Penyimpanan di server sedang tidak dapat dipakai. Ulangi beberapa menit lagi.",
        "internal": "Terjadi kesalahan pada server patuh. Ulangi sebentar lagi; bila terulang, hubungi pengelolanya.",
        "error": "Permintaan ini tidak dapat dilayani.",
    },
    "en": {
        "invalid": "The request is not valid. Mend what errors names, and send it again.",
        "bad-upload": "The upload cannot be understood. Send exactly one file as multipart/form-data, the part named "
        "file, or its bytes alone as application/octet-stream.",
        "no-token": "A token is needed. Send Authorization: Bearer patuh_…; the Inspektorat issues tokens.",
        "unknown-token": "The token is unknown, was revoked, or has expired. Ask the Inspektorat for a new one.",
        "forbidden": "This request comes from a page of another site and is refused.",
        "not-found": "There is none, it was deleted, or it is not yours.",
        "method-not-allowed": "This address has no such method. The header Allow names those that it has.",
        "too-slow": "Nothing was sent for too long. Send it again.",
        "not-ready": "The check is not done yet. Ask again in a moment.",
        "no-copy": "No copy with the findings can be made of this document. Read them in the report.",
        "refused": "The document cannot be handed in.",
        "too-large": "The upload is too large. Send a smaller file.",
        "unsupported-media-type": "This kind of content is not taken. /api says which Content-Type is.",
        "too-often": "Too many requests. Wait as Retry-After says, then send it again.",
        "full": "Too many documents are waiting. Wait as Retry-After says, then send it again.",
        "unavailable": "The store of the server cannot be used now. Try again in some minutes.",
        "internal": "Something went wrong on the patuh server. Try again; if it happens again, tell who runs patuh.",
        "error": "This request cannot be answered.",
    },
}
"""By `portal.api.models.Code`."""

WORDS: Final[dict[Language, dict[str, str]]] = {
    "id": {
        "api": "Untuk aplikasi lain (API)",
        "api_about": "Dengan alamat-alamat ini aplikasi lain di kabupaten memeriksa dokumen sebelum menyimpannya, "
        "dengan aturan yang sama seperti halaman ini.",
        "api_token": "Setiap permintaan membawa token pada kepala Authorization: Bearer. Token diterbitkan oleh "
        "Inspektorat; satu aplikasi satu token.",
        "api_open": "Server ini menerima permintaan tanpa token dari jaringannya sendiri.",
        "api_document": "Uraian lengkap untuk program (OpenAPI 3.1)",
        "api_try": "Contoh",
        "api_operations": "Semua alamat",
        "api_method": "Metode",
        "api_path": "Alamat",
        "api_does": "Gunanya",
        "api_statuses": "Status jawaban",
        "api_problems": "Bila gagal",
        "api_problem_about": "Setiap kegagalan dijawab sebagai application/problem+json (RFC 9457). Arti code:",
        "api_code": "Kode",
        "api_meaning": "Arti",
    },
    "en": {
        "api": "For other programs (API)",
        "api_about": "By these addresses other systems of the regency check documents before they file them, by the "
        "same rules as this page.",
        "api_token": "Each request bears a token in the header Authorization: Bearer. The Inspektorat issues tokens, "
        "one for each system.",
        "api_open": "This server takes requests of its own network without a token.",
        "api_document": "The whole description for programs (OpenAPI 3.1)",
        "api_try": "Example",
        "api_operations": "All addresses",
        "api_method": "Method",
        "api_path": "Address",
        "api_does": "What it does",
        "api_statuses": "Statuses of answers",
        "api_problems": "When it fails",
        "api_problem_about": "Each failure is told as application/problem+json (RFC 9457). The meaning of code:",
        "api_code": "Code",
        "api_meaning": "Meaning",
    },
}
