"""
Is everything there that an audit needs? What is wrong is told with what to do about it.

Each check runs in a worker process, with a limit of its time: whatever is broken, the others are carried out, and
nobody waits long for an answer.
"""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sys
import sysconfig
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal

from auditing.about import version
from auditing.limits import read_options, worker_limits
from auditing.run import RuleChoice
from auditing.workers import OCR_BYTES, Failure, Limits, Pool, Reply, default_jobs
from engine.errors import RulePackErrors
from engine.settings import OwnSettings

State = Literal["ok", "warning", "failed"]

SECONDS: Final = 15.0
"""Wall-clock seconds that one check may take; rules that are read for the first time on a busy machine take five."""
OLDEST: Final = (3, 11)
NEWEST: Final = (3, 13)
"""Versions of Python."""
LEAST_FREE: Final = 1024**3
"""Bytes that should be free where patuh writes: a worker may write so much for one document."""
NOTHING_FREE: Final = 64 * 1024**2
"""Bytes below which nothing can be written."""
TEXT_BYTES: Final = 400 * 1024**2
"""Memory that a worker really takes, of its address space, for a large text ..."""
SCAN_BYTES: Final = 1200 * 1024**2
"""... and for a scan."""

_GB: Final = 1024**3
_JOBS: Final = 3
_NAMED_FAULTS: Final = 3


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What a check found."""

    state: State
    said: str
    """What is there, or what is wrong."""
    advice: str = ""
    """What to do; empty where all is well."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to look at."""

    name: str
    title: str
    """In Indonesian."""
    look: Callable[[Patient], Diagnosis]
    grave: State = "failed"
    """What it is when the check itself cannot be carried out."""


@dataclass(frozen=True, slots=True)
class Patient:
    """What is looked at."""

    choice: RuleChoice
    """The rules, and the settings of the organisation."""
    archive: Path | None = None
    store: str | None = None
    now: dt.datetime = field(default_factory=lambda: dt.datetime.now().astimezone())
    jobs: int | None = None

    @property
    def own(self) -> OwnSettings:
        """The settings."""
        return self.choice.own


@dataclass(frozen=True, slots=True)
class Result:
    """A check and what it found."""

    name: str
    title: str
    found: Diagnosis


def ok(said: str) -> Diagnosis:
    """All is well."""
    return Diagnosis("ok", said)


def warning(said: str, advice: str) -> Diagnosis:
    """Something will be missing."""
    return Diagnosis("warning", said, advice)


def failed(said: str, advice: str) -> Diagnosis:
    """There can be no audit."""
    return Diagnosis("failed", said, advice)


def examined(checks: Sequence[Check], patient: Patient, seconds: float = SECONDS) -> list[Result]:
    """Carry out all checks, in their order; never raises for what they find."""
    work = _Work(tuple(checks), patient)
    limits = Limits(seconds=seconds, memory_bytes=OCR_BYTES, ocr_bytes=OCR_BYTES)
    pool: Pool[int, Diagnosis] = Pool(work, _Lost(tuple(checks), seconds), jobs=_JOBS, limits=limits)
    found = list(pool.results(range(len(checks))))
    return [Result(check.name, check.title, one) for check, one in zip(checks, found, strict=True)]


def worst(results: Iterable[Result]) -> State:
    """The state of the whole."""
    states = {one.found.state for one in results}
    return "failed" if "failed" in states else "warning" if "warning" in states else "ok"


@dataclass(frozen=True, slots=True)
class _Work:
    """Carries out one check in a worker, which is not used again: a check may leave it with other rights."""

    checks: tuple[Check, ...]
    patient: Patient

    def __call__(self, number: int) -> Reply[Diagnosis]:
        check = self.checks[number]
        try:
            found = check.look(self.patient)
        except Exception as error:  # noqa: BLE001 - what is broken is to be told, however
            found = _broken(check, f"{type(error).__name__}: {error}".partition("\n")[0])
        return Reply(found, last=True)


@dataclass(frozen=True, slots=True)
class _Lost:
    """What is told of a check whose worker was lost."""

    checks: tuple[Check, ...]
    seconds: float

    def __call__(self, number: int, failure: Failure) -> Diagnosis:
        reason = {
            "timeout": f"tidak menjawab dalam {self.seconds:g} detik",
            "memory": "kehabisan memori",
            "died": f"prosesnya berhenti mendadak ({failure.detail})",
            "internal": f"kesalahan di dalam patuh ({failure.detail})",
        }[failure.cause]
        return _broken(self.checks[number], reason)


def _broken(check: Check, reason: str) -> Diagnosis:
    return Diagnosis(check.grave, reason, "Ulangi; bila tetap begitu, laporkan kepada pengelola patuh.")


# the program ------------------------------------------------------------------------------------------------------


def python(_: Patient) -> Diagnosis:
    """The version of Python."""
    shown = f"Python {sys.version.split()[0]}, patuh {version()}"
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        return ok(shown)
    return failed(shown, "Pasang patuh dengan Python 3.11, 3.12, atau 3.13.")


def engine(patient: Patient) -> Diagnosis:
    """The native rule engine judges as a case of a rule says: what is to be found is found, and nothing else."""
    from engine.audit import Auditor  # noqa: PLC0415 - each check imports what it looks at: it may be broken
    from engine.cases import run_case  # noqa: PLC0415

    pack = patient.choice.pack(whole=True)
    known = [(rule, case) for rule in pack.rules for case in rule.cases if case.facts and "sop" in rule.applies_to[:1]]
    cases = [one for wanted in ("flagged", "clean") if (one := next((o for o in known if o[1].expect == wanted), None))]
    if not cases:
        return warning("tidak ada kasus uji", "Tambahkan kasus uji pada aturan, lalu jalankan: patuh rules test")
    auditor = Auditor(pack, only=sorted({rule.name for rule, _ in cases}))
    results = [run_case(auditor, rule, case, Path(), _no_document) for rule, case in cases]
    wrong = [f"{one.rule}: {one.problem}" for one in results if not one.passed]
    if wrong:
        return failed(f"salah menilai kasus uji ({wrong[0]})", "Pasang ulang patuh: durable-rules harus 2.0.28.")
    return ok(f"durable_rules {version('durable-rules')}, {len(results)} kasus uji dinilai benar")


def _no_document(path: Path) -> Any:
    raise FileNotFoundError(path)


def rules(patient: Patient) -> Diagnosis:
    """The rules, as the settings change them."""
    try:
        pack = patient.choice.pack()
        chosen = patient.choice.selection(pack)
    except RulePackErrors as error:
        named = "; ".join(str(one) for one in error.errors[:_NAMED_FAULTS])
        return failed(f"{len(error.errors)} kesalahan: {named}", "Perbaiki, lalu jalankan: patuh rules check")
    info = chosen.info
    return ok(f"{info.count} dari {len(pack.rules)} aturan, profil {info.profile}, sidik {info.digest[:12]}")


def compiler(_: Patient) -> Diagnosis:
    """What installs the rule engine, which is published as source."""
    wanted = (os.environ.get("CC", "cc").partition(" ")[0], "gcc", "clang")
    found = next((path for path in map(shutil.which, wanted) if path), None)
    headers = Path(sysconfig.get_path("include"), "Python.h")
    missing = [name for name, there in (("kompilator C", found), ("Python.h", headers.is_file())) if not there]
    if not missing:
        return ok(str(found))
    return warning(
        f"{' dan '.join(missing)} tidak ada",
        "Hanya perlu untuk memasang durable-rules; di Debian dan Ubuntu: apt install build-essential python3-dev",
    )


def dictionary(_: Patient) -> Diagnosis:
    """The words of Indonesian by which typing errors are found."""
    from engine.language.dictionary import dictionary as words  # noqa: PLC0415 - as above

    known = words()
    if not {"kerja", "perintah"} <= known:
        return failed(f"{len(known)} kata; 'kerja' atau 'perintah' tidak ada", "Pasang ulang patuh: kamusnya rusak.")
    return ok(f"{len(known)} kata")


# helpers ----------------------------------------------------------------------------------------------------------


def ocr(patient: Patient) -> Diagnosis:
    """What recognises words in scans: its models are loaded."""
    from readers.errors import ReadError  # noqa: PLC0415 - as above
    from readers.recognition import EngineError, recogniser  # noqa: PLC0415

    choice = read_options(patient.own).ocr
    if choice == "off":
        return ok("dimatikan di patuh.toml; hasil pindai tidak dibaca")
    state = warning if choice == "auto" else failed
    try:
        recognises = recogniser(choice, "Dokumen")
        import numpy as np  # noqa: PLC0415 - comes with the recogniser

        recognises.recognise(np.full((64, 256), 255, np.uint8), 200.0)
    except ReadError as error:
        return state("tidak terpasang; hasil pindai tidak dapat dibaca", error.message)
    except EngineError as error:
        return state(str(error), "Pasang ulang: pip install 'patuh[ocr]'")
    return ok(recognises.title)


def tesseract(patient: Patient) -> Diagnosis:
    """The program, and its Indonesian."""
    from readers.programs import installed  # noqa: PLC0415 - as above
    from readers.tesseract import tesseract as found  # noqa: PLC0415

    wanted = read_options(patient.own).ocr == "tesseract"
    if found() is not None:
        return ok(f"{installed('tesseract')}, bahasa Indonesia ada")
    there = installed("tesseract")
    said = "bahasa Indonesia (ind) belum terpasang" if there else "tidak terpasang"
    if not wanted:
        return ok(f"{said}; tidak dipakai")
    package = "tesseract-ocr-ind" if there else "tesseract-ocr tesseract-ocr-ind"
    return failed(said, f"Di Debian dan Ubuntu: apt install {package}")


def libreoffice(patient: Patient) -> Diagnosis:
    """What converts DOC, ODT and RTF."""
    from readers.conversion import PROGRAMS  # noqa: PLC0415 - as above
    from readers.programs import installed  # noqa: PLC0415

    if not read_options(patient.own).convert:
        return ok("dimatikan di patuh.toml; DOC, ODT, dan RTF tidak dibaca")
    found = next((path for path in map(installed, PROGRAMS) if path), None)
    if found is not None:
        return ok(found)
    return warning("tidak terpasang; DOC, ODT, dan RTF tidak dapat dibaca", "Pasang paket libreoffice-writer.")


def pdf(_: Patient) -> Diagnosis:
    """What writes reports as PDF."""
    from reports.book import NotReadyError, Sender  # noqa: PLC0415 - as above
    from reports.pdf import ready  # noqa: PLC0415
    from schemas.settings import Organisation, ReportSettings  # noqa: PLC0415

    try:
        ready(Sender(Organisation(), ReportSettings()))
    except NotReadyError as error:
        parts = str(error).partition(". ")
        return warning(parts[0], parts[2])
    return ok(f"WeasyPrint {version('weasyprint')}")


# the machine ------------------------------------------------------------------------------------------------------


def names(_: Patient) -> Diagnosis:
    """Names of files with letters of any language can be written and read."""
    encoding = sys.getfilesystemencoding()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "Dokumén–SOP.txt")
        try:
            path.write_text("x", encoding="utf-8")
            there = os.listdir(folder) == [path.name]  # noqa: PTH208 - as the walk over an archive sees it
        except (OSError, ValueError):
            there = False
    if there and encoding.lower() == "utf-8":
        return ok("nama berkas UTF-8")
    return warning(
        f"nama berkas {encoding}; huruf di luar ASCII dapat tampil salah",
        "Jalankan dengan LANG=C.UTF-8 atau PYTHONUTF8=1.",
    )


def disk(patient: Patient) -> Diagnosis:
    """Room where patuh writes: the temporary folder, and the folder of the store."""
    folders = {"folder sementara": Path(tempfile.gettempdir())}
    if patient.store is not None and "://" not in patient.store.removeprefix("sqlite:///"):
        folders["penyimpanan"] = Path(patient.store.removeprefix("sqlite:///")).absolute().parent
    free = {name: shutil.disk_usage(path).free for name, path in folders.items() if path.is_dir()}
    told = ", ".join(f"{name} {_gb(count)} bebas" for name, count in free.items())
    if not free:
        return failed("tidak ada folder untuk menulis", "Buat folder penyimpanan, dan periksa TMPDIR.")
    scarce = [name for name, count in free.items() if count < LEAST_FREE]
    if not scarce:
        return ok(told)
    state = failed if min(free.values()) < NOTHING_FREE else warning
    return state(told, f"Kosongkan ruang untuk {' dan '.join(scarce)}: sekurangnya {_gb(LEAST_FREE)}.")


def memory(patient: Patient) -> Diagnosis:
    """Room for as many workers as there will be, by what they really take; their limits are higher."""
    there = memory_bytes()
    if there is None:
        return ok("sistem ini tidak memberi tahu memorinya")
    limits = worker_limits(patient.own)
    scans = read_options(patient.own).ocr != "off"
    need = min(SCAN_BYTES if scans else TEXT_BYTES, limits.ocr_bytes if scans else limits.memory_bytes)
    jobs = patient.jobs or patient.own.settings.check.jobs or default_jobs(1_000)
    told = f"{_gb(there)} tersedia; {jobs} proses, masing-masing sampai {_gb(need)} (batas {_gb(limits.memory_bytes)})"
    fits = there // need
    if fits >= jobs:
        return ok(told)
    if there < TEXT_BYTES:
        return failed(told, f"Sediakan sekurangnya {_gb(TEXT_BYTES)} memori.")
    return warning(told, f"Pakai --jobs {max(1, fits)}, tambah memori, atau matikan ocr pada [reading] di patuh.toml.")


def memory_bytes(root: Path = Path("/")) -> int | None:
    """What of the memory of the machine, or of its control group, this process could take; None where unknown."""
    try:
        lines = (root / "proc/meminfo").read_text(encoding="ascii").splitlines()
        available = next(int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable:"))
    except (OSError, ValueError, StopIteration):
        return None
    try:
        group = root / "sys/fs/cgroup"
        most = int((group / "memory.max").read_text(encoding="ascii"))
        used = int((group / "memory.current").read_text(encoding="ascii"))
    except (OSError, ValueError):  # "max": no limit
        return available
    return min(available, max(0, most - used))


def mail(patient: Patient) -> Diagnosis:
    """The settings of the morning mail; nothing is sent."""
    found = patient.own.settings.mail
    if found.host is None:
        return ok("tidak diatur; ringkasan tidak dikirim lewat surel")
    told = f"{found.host}:{found.port_number} ({found.security}), {len(found.to)} penerima"
    if found.password_env is not None and not os.environ.get(found.password_env):
        return failed(f"{told}; {found.password_env} kosong", f"Isi variabel lingkungan {found.password_env}.")
    for wanted in filter(None, (found.password_file, found.ca)):
        path = patient.own.beside(wanted)
        if path is None or not os.access(path, os.R_OK):
            return failed(f"{told}; {wanted} tidak dapat dibaca", "Periksa nama berkas dan hak bacanya di patuh.toml.")
    return ok(told)


def _gb(count: int) -> str:
    return f"{count / _GB:.1f} GB".replace(".", ",")


PROGRAM: Final[tuple[Check, ...]] = (
    Check("python", "Python", python),
    Check("rules", "Aturan", rules),
    Check("engine", "Mesin aturan", engine),
    Check("dictionary", "Kamus", dictionary),
    Check("ocr", "Pengenalan tulisan", ocr, "warning"),
    Check("tesseract", "Tesseract", tesseract, "warning"),
    Check("libreoffice", "LibreOffice", libreoffice, "warning"),
    Check("pdf", "Laporan PDF", pdf, "warning"),
    Check("compiler", "Kompilator", compiler, "warning"),
    Check("names", "Nama berkas", names, "warning"),
    Check("disk", "Ruang disk", disk),
    Check("memory", "Memori", memory, "warning"),
)
"""What every audit needs."""
MAIL: Final = Check("mail", "Surel", mail)

_STATES: Final[Mapping[State, str]] = {"ok": "ok", "warning": "peringatan", "failed": "gagal"}


def state_told(state: State) -> str:
    """The state in Indonesian."""
    return _STATES[state]
