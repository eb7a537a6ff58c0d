"""What the pages for clerks say."""

from __future__ import annotations

from typing import Final

from reports.labels import Language

WORDS: Final[dict[Language, dict[str, str]]] = {
    "id": {
        "choose": "Pilih berkas SOP atau data kinerja",
        "kinds": "Word, PDF, pindaian atau foto, Excel, CSV, teks, atau ZIP berisi dokumen-dokumen itu; "
        "bersama-sama paling besar {most} MB.",
        "send": "Periksa",
        "kept": "Berkas Anda tidak disimpan di server, kecuali bila Anda menyerahkannya.",
        "result": "Hasil pemeriksaan",
        "working": "Sedang diperiksa …",
        "waiting": "Menunggu giliran",
        "nothing": "Belum ada berkas yang dipilih. Pilih berkasnya dahulu, lalu tekan Periksa.",
        "too_many_files": "Paling banyak {most} berkas sekaligus.",
        "too_often": "Terlalu banyak pemeriksaan dari komputer ini. Tunggu satu menit, lalu ulangi.",
        "full": "Terlalu banyak dokumen sedang diperiksa. Tunggu sebentar, lalu ulangi.",
        "full_mine": "Dokumen Anda yang terdahulu belum selesai diperiksa. Tunggu sampai selesai, lalu ulangi.",
        "again": "Periksa lagi",
    },
    "en": {
        "choose": "Choose an SOP or performance data",
        "kinds": "Word, PDF, scans or photographs, Excel, CSV, text, or a ZIP file of these; "
        "{most} MB together at most.",
        "send": "Check",
        "kept": "Your file is not kept on the server unless you hand it in.",
        "result": "Result of the check",
        "working": "Being checked …",
        "waiting": "Waiting for its turn",
        "nothing": "No file was chosen. Choose one first, then press Check.",
        "too_many_files": "{most} files at once at most.",
        "too_often": "Too many checks from this computer. Wait a minute, then try again.",
        "full": "Too many documents are being checked. Wait a moment, then try again.",
        "full_mine": "Your earlier documents are not done yet. Wait until they are, then try again.",
        "again": "Check again",
    },
}
