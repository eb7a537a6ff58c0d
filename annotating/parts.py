"""
The parts of an Office file: some are changed or added, all others stay as they are, byte by byte.

Written against ECMA-376 part 2. The same file and the same changes give the same bytes.
"""

from __future__ import annotations

import io
import posixpath
import shutil
import zipfile
import zlib

from annotating.markup import Edits, tree, utf_8, xml_value
from readers.limits import SheetLimits
from readers.packed import Package, Wording, damaged
from readers.relations import relations

_TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_STRICT_MARK = "http://purl.oclc.org/ooxml/"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "[Content_Types].xml"
_TIME = (1980, 1, 1, 0, 0, 0)
"""Of new and changed parts."""


def relation_namespace(namespace: str) -> str:
    """The namespace of ``r:id`` and of the kinds of relations in a file whose main part has this namespace."""
    return _STRICT if namespace.startswith(_STRICT_MARK) else _TRANSITIONAL


class Parts:
    """
    One packed file.

    Raises:
        ReadError: as `readers.packed`.
    """

    def __init__(self, data: bytes, *, name: str, limits: SheetLimits, wording: Wording) -> None:
        self.package = Package(data, name=name, limits=limits, wording=wording)
        self._data = data
        self._changed: dict[str, tuple[str, bytes]] = {}
        """Name as it is written and new bytes, by the name in small letters."""

    def has(self, part: str) -> bool:
        """Whether there is such a part."""
        return part.lower() in self._changed or self.package.has(part)

    def read(self, part: str) -> bytes:
        """The bytes of a part, with the changes made so far."""
        changed = self._changed.get(part.lower())
        return changed[1] if changed else b"".join(self.package.chunks(part))

    def xml(self, part: str) -> bytes:
        """The bytes of a part of XML, in UTF-8."""
        return utf_8(self.read(part), part)

    def write(self, part: str, data: bytes) -> None:
        """Change a part, or add one."""
        self._changed[part.lower()] = part, data

    def related(self, part: str, kind: str) -> str | None:
        """The part to which a part has a relation of this kind."""
        found = (target for of, target in relations(self.package, part).values() if of == kind)
        return next((target for target in found if self.has(target)), None)

    def unused(self, pattern: str) -> str:
        """A name for a new part; ``{}`` in it is a number."""
        number = 1
        while self.has(pattern.format(number)):
            number += 1
        return pattern.format(number)

    def relate(self, source: str, kind: str, target: str, namespace: str) -> str:
        """Add a relation between parts; returns its id."""
        folder, file = posixpath.split(source)
        part = posixpath.join(folder, "_rels", f"{file}.rels")
        if not self.has(part):
            self.write(part, f'<?xml version="1.0" encoding="UTF-8"?>\n<Relationships xmlns="{_RELATIONS}"/>'.encode())
        data = self.xml(part)
        root = tree(data, part)
        used = {child.attributes.get("Id", "") for child in root.children}
        number = next(number for number in range(1, len(used) + 2) if f"rIdPatuh{number}" not in used)
        relation = (
            f'<Relationship xmlns="{_RELATIONS}" Id="rIdPatuh{number}" Type="{namespace}/{kind}"'
            f" Target={xml_value('/' + target)}/>"
        )
        edits = Edits(data)
        edits.append(root, relation.encode())
        self.write(part, edits.done())
        return f"rIdPatuh{number}"

    def declare(self, part: str, content_type: str) -> None:
        """Say of what type a new part is."""
        data = self.xml(_TYPES)
        root = tree(data, _TYPES)
        entry = f'<Override xmlns="{root.namespace}" PartName={xml_value("/" + part)} ContentType="{content_type}"/>'
        edits = Edits(data)
        edits.append(root, entry.encode())
        self.write(_TYPES, edits.done())

    def packed(self) -> bytes:
        """
        The file with its changes.

        Raises:
            ReadError: ``damaged``, also in a part that is not read for an audit.
        """
        stream = io.BytesIO()
        left = dict(self._changed)
        try:
            with zipfile.ZipFile(io.BytesIO(self._data)) as old, zipfile.ZipFile(stream, "w") as new:
                for info in {info.filename: info for info in old.infolist()}.values():
                    changed = left.pop(info.filename.replace("\\", "/").lstrip("/").lower(), None)
                    if changed is None:
                        with old.open(info) as source, new.open(_kept(info), "w") as target:
                            shutil.copyfileobj(source, target)  # never whole in memory
                    else:
                        new.writestr(_kept(info), changed[1])
                for name, data in left.values():
                    new.writestr(_added(name), data)
        except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, ValueError, EOFError) as error:
            raise damaged(self.package.name, wording=self.package.wording) from error
        return stream.getvalue()


def _kept(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """The entry of a part that was there, with its own time."""
    entry = zipfile.ZipInfo(info.filename, max(info.date_time, _TIME))
    entry.compress_type = info.compress_type
    entry.external_attr = info.external_attr
    entry.create_system = info.create_system
    return entry


def _added(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0
    return entry
