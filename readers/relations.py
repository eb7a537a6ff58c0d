"""Relations between the parts of an Office file (ECMA-376 part 2): which part holds the styles, a header, a picture."""

from __future__ import annotations

import posixpath

from readers.packed import Package, attributes_of


def relations(package: Package, part: str) -> dict[str, tuple[str, str]]:
    """Return the kind and the part of each relation by its id; those that lead out of the file are left out."""
    folder, file = posixpath.split(part)
    source = posixpath.join(folder, "_rels", f"{file}.rels")
    found: dict[str, tuple[str, str]] = {}

    def wanted(name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "").replace("\\", "/")
            joined = (
                target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            )
            found[attributes.get("Id", "")] = (attributes.get("Type", "").rpartition("/")[2], joined)

    if package.has(source):
        attributes_of(package.chunks(source), wanted, name=package.name, part=source, wording=package.wording)
    return found
