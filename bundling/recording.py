"""What is kept of a run while it goes on, so that a bundle can be made of it afterwards."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from pydantic import BaseModel, ConfigDict

from auditing.files import Input, Inputs
from auditing.outputs import spared
from auditing.saved import SavedReport, SavedReportError, read_report
from bundling.errors import BundleError
from bundling.seal import CHUNK

_END = b'],"summary":'


class Brief(BaseModel):
    """What of a document of a report tells which file it is of."""

    model_config = ConfigDict(extra="ignore")

    path: str
    part: int | None
    sha256: str | None
    bytes: int | None


@dataclass
class Recording:
    """The JSON report and the inputs of one run; the witness of `auditing.check`."""

    path: Path
    """The report."""
    stream: BinaryIO
    bundle: Path
    """What will be made of it."""
    inputs: Inputs = field(default_factory=Inputs)
    archives: dict[str, str] = field(default_factory=dict)
    """SHA-256 of each archive of which documents are audited, before that is done."""

    def selected(self, inputs: Inputs) -> None:
        """
        Keep what is to be audited.

        Raises:
            RequestError: The bundle would take the place of a file of it.
        """
        spared([str(self.bundle)], inputs)
        self.inputs = inputs
        for one in inputs:
            if one.inside is not None and one.name not in self.archives:
                try:
                    self.archives[one.name] = file_digest(one.path)
                except BundleError:  # its worker will say so; and no archive has this digest when the bundle is made
                    self.archives[one.name] = ""

    def report(self) -> SavedReport:
        """The report, without its documents."""
        self.stream.flush()
        return read_report(self.path)

    def complete(self) -> bool:
        """Whether all of the report could be kept."""
        try:
            self.report()
        except (OSError, SavedReportError):
            return False
        return True

    def files(self) -> Iterator[tuple[Input, Sequence[Brief]]]:
        """Each input with what the report says of its documents."""
        briefs = self._briefs()
        brief = next(briefs, None)
        for one in self.inputs:
            group: list[Brief] = []
            while brief is not None and (not group or (brief.part or 1) > 1):
                group.append(brief)
                brief = next(briefs, None)
            if not group:
                break
            yield one, group

    def _briefs(self) -> Iterator[Brief]:
        with self.path.open("rb") as stream:
            stream.readline()
            for line in stream:
                if line.startswith(_END):
                    return
                yield Brief.model_validate_json(line.rstrip().removesuffix(b","))


@contextmanager
def recording(bundle: Path) -> Iterator[Recording]:
    """Keep a run, of which *bundle* will be made, in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="patuh-") as folder:
        path = Path(folder) / "report.json"
        with path.open("wb") as stream:
            yield Recording(path, stream, bundle)


def file_digest(path: Path) -> str:
    """
    SHA-256 of a file.

    Raises:
        BundleError: It cannot be read.
    """
    try:
        with path.open("rb") as stream:
            digest = hashlib.sha256()
            while chunk := stream.read(CHUNK):
                digest.update(chunk)
    except OSError as error:
        raise BundleError(f"{path}: tidak dapat dibaca ({error.strerror or error})") from error
    return digest.hexdigest()
