"""Ketika: approval, signatures, officers and NIPs."""

from __future__ import annotations

from specs.claims import MistakeError
from specs.desk import Desk
from specs.draft import Signatory
from specs.vocabulary import when


def _signatory(desk: Desk) -> Signatory:
    if desk.draft.signatory is None:
        raise MistakeError("SOP ini tidak mempunyai blok tanda tangan lagi.")
    return desk.draft.signatory


def _approver(desk: Desk) -> list[str]:
    """The lines of Disahkan Oleh, one at least."""
    if not desk.draft.approver:
        raise MistakeError("Isian Disahkan Oleh pada SOP ini tidak ada atau kosong.")
    return desk.draft.approver


def _guide_signatory(desk: Desk) -> Signatory:
    if desk.draft.guide_signatory is None:
        raise MistakeError(
            "Pedoman SOP ini tidak ditandatangani; mulailah dengan "
            '"SOP lengkap yang pedomannya juga ditandatangani Camat".'
        )
    return desk.draft.guide_signatory


@when(
    id="isian Disahkan Oleh dikosongkan",
    en="the field Disahkan Oleh is emptied",
    topic="pengesahan",
    about=("Mengosongkan Disahkan Oleh.", "Empties Disahkan Oleh."),
)
def approver_emptied(desk: Desk) -> None:
    """Empties Disahkan Oleh."""
    desk.draft.approver = []


@when(
    id="blok tanda tangan dihapus",
    en="the signature block is removed",
    topic="pengesahan",
    about=("Menghapus tanda tangan di akhir naskah.", "Removes the signature at the end."),
)
def block_removed(desk: Desk) -> None:
    """Removes the signature at the end."""
    desk.draft.signatory = None


@when(
    id="Disahkan Oleh hanya memuat jabatan",
    en="Disahkan Oleh holds the office only",
    topic="pengesahan",
    about=("Menghapus nama, NIP, dan ttd.", "Removes name, NIP and ttd."),
)
def office_only(desk: Desk) -> None:
    """Removes name, NIP and ttd."""
    desk.draft.approver = _approver(desk)[:1]


@when(
    id="Disahkan Oleh hanya memuat jabatan dan ttd",
    en="Disahkan Oleh holds the office and ttd only",
    topic="pengesahan",
    about=("Menghapus nama dan NIP.", "Removes name and NIP."),
)
def office_and_trace(desk: Desk) -> None:
    """Removes name and NIP."""
    desk.draft.approver = _approver(desk)[:2]


@when(
    id="tulisan ttd dihapus",
    en="the word ttd is removed",
    topic="pengesahan",
    about=("Menghapus tulisan ttd.", "Removes the word ttd."),
)
def no_trace(desk: Desk) -> None:
    """Removes the word ttd."""
    desk.draft.approver = [line for line in _approver(desk) if line != "ttd."]


@when(
    id="NIP Camat di semua tempat tertulis {nip:teks}",
    en="the NIP of the Camat reads {nip:teks} everywhere",
    topic="pengesahan",
    about=("Mengganti NIP pengesah di semua tempat.", "Changes the NIP of the approving officer everywhere."),
    example=(
        'NIP Camat di semua tempat tertulis "19820230 200604 1 003"',
        'the NIP of the Camat reads "131234567" everywhere',
    ),
)
def nip_everywhere(desk: Desk, nip: str) -> None:
    """Changes the NIP of the approving officer everywhere."""
    _approver(desk)[-1] = f"NIP. {nip}"
    _signatory(desk).nip = nip


@when(
    id="NIP pada bagian identitas tertulis {nip:teks}",
    en="the NIP in the identity block reads {nip:teks}",
    topic="pengesahan",
    about=("Mengganti NIP pada Disahkan Oleh.", "Changes the NIP in Disahkan Oleh."),
    example=(
        'NIP pada bagian identitas tertulis "19820517 200604 1 004"',
        'the NIP in the identity block reads "19820517 200604 1 004"',
    ),
)
def nip_in_identity(desk: Desk, nip: str) -> None:
    """Changes the NIP in Disahkan Oleh."""
    _approver(desk)[-1] = f"NIP. {nip}"


@when(
    id="NIP pada blok tanda tangan tertulis {nip:teks}",
    en="the NIP in the signature block reads {nip:teks}",
    topic="pengesahan",
    about=("Mengganti NIP pada blok tanda tangan.", "Changes the NIP in the signature block."),
    example=(
        'NIP pada blok tanda tangan tertulis "19820517 200604 1 004"',
        'the NIP in the signature block reads "19820517 200604 1 004"',
    ),
)
def nip_in_block(desk: Desk, nip: str) -> None:
    """Changes the NIP in the signature block."""
    _signatory(desk).nip = nip


@when(
    id="NIP pada pedoman tertulis {nip:teks}",
    en="the NIP in the guide reads {nip:teks}",
    topic="pengesahan",
    about=("Mengganti NIP pada tanda tangan pedoman.", "Changes the NIP below the guide."),
    example=('NIP pada pedoman tertulis "19820517 200612 1 003"', 'the NIP in the guide reads "19820517 200612 1 003"'),
)
def nip_in_guide(desk: Desk, nip: str) -> None:
    """Changes the NIP below the guide."""
    _guide_signatory(desk).nip = nip


@when(
    id="nama pada pedoman tertulis {name:teks}",
    en="the name in the guide reads {name:teks}",
    topic="pengesahan",
    about=("Mengganti nama pada tanda tangan pedoman.", "Changes the name below the guide."),
    example=('nama pada pedoman tertulis "Wisnu Anggaraksa"', 'the name in the guide reads "Wisnu Anggaraksa"'),
)
def name_in_guide(desk: Desk, name: str) -> None:
    """Changes the name below the guide."""
    _guide_signatory(desk).name = name


@when(
    id="pedoman ditandatangani {office:kata} {name:teks} dengan NIP {nip:teks}",
    en="the guide is signed by {office:kata} {name:teks} with the NIP {nip:teks}",
    topic="pengesahan",
    about=("Menambah tanda tangan pada pedoman.", "Adds a signature below the guide."),
    example=(
        'pedoman ditandatangani Camat Taman Selasih "WISNU ANGGARAKSA" dengan NIP "19820517 200604 1 003"',
        'the guide is signed by Camat Taman Selasih "WISNU ANGGARAKSA" with the NIP "19820517 200604 1 003"',
    ),
)
def guide_signed_by(desk: Desk, office: str, name: str, nip: str) -> None:
    """Adds a signature below the guide."""
    desk.draft.guide_signatory = Signatory(office, name, nip)


@when(
    id="tempat dan tanggal di atas tanda tangan dihapus",
    en="place and date above the signature are removed",
    topic="pengesahan",
    about=("Menghapus tempat dan tanggal penetapan.", "Removes place and date."),
)
def place_and_date_removed(desk: Desk) -> None:
    """Removes place and date."""
    desk.draft.signed_at = []


@when(
    id="di atas tanda tangan tertulis {words:teks}",
    en="above the signature stands {words:teks}",
    topic="pengesahan",
    about=("Mengganti tempat dan tanggal penetapan.", "Changes place and date."),
    example=(
        'di atas tanda tangan tertulis "Taman Selasih, 13 Januari 2025"',
        'above the signature stands "Mengetahui,"',
    ),
)
def above_signature(desk: Desk, words: str) -> None:
    """Changes place and date."""
    desk.draft.signed_at = [words]


@when(
    id="jabatan penanda tangan tertulis {office:teks}",
    en="the office of the signatory reads {office:teks}",
    topic="pengesahan",
    about=("Mengganti jabatan pada blok tanda tangan.", "Changes the office in the signature block."),
    example=(
        'jabatan penanda tangan tertulis "Plt. CAMAT TAMAN SELASIH"',
        'the office of the signatory reads "SEKRETARIS KECAMATAN"',
    ),
)
def signatory_office(desk: Desk, office: str) -> None:
    """Changes the office in the signature block."""
    _signatory(desk).office = office


@when(
    id="jabatan di atas nama penanda tangan dihapus",
    en="the office above the name of the signatory is removed",
    topic="pengesahan",
    about=("Menghapus jabatan pada blok tanda tangan.", "Removes the office in the signature block."),
)
def signatory_no_office(desk: Desk) -> None:
    """Removes the office in the signature block."""
    _signatory(desk).office = ""


@when(
    id="nama penanda tangan tertulis {name:teks}",
    en="the name of the signatory reads {name:teks}",
    topic="pengesahan",
    about=("Mengganti nama pada blok tanda tangan.", "Changes the name in the signature block."),
    example=('nama penanda tangan tertulis "BASKARA PRANAYAMA"', 'the name of the signatory reads "WISNU ANGGARAKSO"'),
)
def signatory_name(desk: Desk, name: str) -> None:
    """Changes the name in the signature block."""
    _signatory(desk).name = name


@when(
    id="pangkat penanda tangan tertulis {rank:teks}",
    en="the rank of the signatory reads {rank:teks}",
    topic="pengesahan",
    about=("Mengganti pangkat pada blok tanda tangan.", "Changes the rank in the signature block."),
    example=(
        'pangkat penanda tangan tertulis "Camat Taman Selasih"',
        'the rank of the signatory reads "Pembina (III/c)"',
    ),
)
def signatory_rank(desk: Desk, rank: str) -> None:
    """Changes the rank in the signature block."""
    _signatory(desk).rank = rank


@when(
    id="blok tanda tangan berisi {office:kata} {name:teks} dengan NIP {nip:teks}",
    en="the signature block holds {office:kata} {name:teks} with the NIP {nip:teks}",
    topic="pengesahan",
    about=("Mengganti seluruh blok tanda tangan.", "Changes the whole signature block."),
    example=(
        'blok tanda tangan berisi CAMAT TAMAN SELASIH "BASKARA GARASA" dengan NIP "19820517 200604 1 004"',
        'the signature block holds SEKRETARIS DAERAH "LARASATI WENINGTYAS" with the NIP "19770921 200112 2 005"',
    ),
)
def block_holds(desk: Desk, office: str, name: str, nip: str) -> None:
    """Changes the whole signature block."""
    desk.draft.signatory = Signatory(office, name, nip)


@when(
    id="Disahkan Oleh berisi {office:kata} {name:teks} dengan NIP {nip:teks}",
    en="Disahkan Oleh holds {office:kata} {name:teks} with the NIP {nip:teks}",
    topic="pengesahan",
    about=(
        "Mengganti isi Disahkan Oleh; nama atau NIP yang kosong tidak dicetak.",
        "Changes what Disahkan Oleh holds; a name or NIP without words is not printed.",
    ),
    example=(
        'Disahkan Oleh berisi WISNU "ANGGARAKSA, S.STP., M.Si." dengan NIP "19820517 200604 1 003"',
        'Disahkan Oleh holds CAMAT TAMAN SELASIH "" with the NIP ""',
    ),
)
def approver_holds(desk: Desk, office: str, name: str, nip: str) -> None:
    """Changes what Disahkan Oleh holds; a name or NIP without words is not printed."""
    parts = [f"{office},", "ttd.", name, f"NIP. {nip}" if nip else ""]
    desk.draft.approver = [part for part in parts if part]
