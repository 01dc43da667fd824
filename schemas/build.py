"""Compiles the official JATS DTDs into schemas/compiled. Run: python schemas/build.py [FOLDER-FOR-THE-DOWNLOAD].

Most declarations are shared between the variants, so those that are always taken together form a group; a variant is a
list of groups. The result is plain text: declarations.dtd (the groups), catalog.tsv (the variants), entities.ent.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from official import Attribute, Declarations, Doctype, SourceError, fetch, read_doctypes, read_dtd

COMPILED = Path(__file__).with_name("compiled")
COLUMNS = ("name", "tag_set", "version", "mathml", "oasis", "public_id", "system_id", "groups")
WIDTH = 120

Group = tuple[tuple[str, ...], list[str]]
"""Names of the variants that take a group, and its declarations."""


def main(arguments: list[str]) -> int:
    """Fetch, compile, write; the exit code is 1, with one line on standard error, if the source is not available."""
    try:
        with tempfile.TemporaryDirectory() as scratch:
            compile_all(fetch(Path(arguments[0] if arguments else scratch)))
    except SourceError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def compile_all(schema: Path) -> None:
    """Write the compiled form of all DTDs of the official `schema` folder."""
    doctypes = read_doctypes(schema)
    read = {doctype.name: read_dtd(schema / doctype.file) for doctype in doctypes}
    groups = _groups({name: list(_declarations(found)) for name, found in read.items()})
    COMPILED.mkdir(exist_ok=True)
    _write("declarations.dtd", _declarations_file(groups))
    _write("catalog.tsv", _catalog_file(doctypes, groups))
    _write("entities.ent", _entities_file(read.values()))


def _write(name: str, lines: Iterable[str]) -> None:
    (COMPILED / name).write_text("".join(f"{line}\n" for line in lines), "utf-8", newline="\n")


def _declarations(found: Declarations) -> Iterable[str]:
    for name in sorted(found.elements):
        yield _wrapped(f"<!ELEMENT {name} {found.elements[name]}>")
    for name in sorted(found.attributes):
        lines = (f"\n {attribute} {_attribute(how)}" for attribute, how in sorted(found.attributes[name].items()))
        yield f"<!ATTLIST {name}{''.join(lines)}>"
    for name in sorted(found.notations):
        yield f'<!NOTATION {name} PUBLIC "{found.notations[name]}">'


def _attribute(how: Attribute) -> str:
    value = None if how.value is None else f'"{how.value}"'
    return " ".join(part for part in (how.type.replace("NOTATION(", "NOTATION ("), how.kind, value) if part)


def _wrapped(declaration: str) -> str:
    """The declaration on lines of at most WIDTH characters, so that a diff shows the names that changed."""
    lines, line = [], ""
    for piece in re.split(r"(?<=[|,])", declaration):
        if len(line) + len(piece) > WIDTH:
            lines.append(line)
            line = " "
        line += piece
    return "\n".join([*lines, line])


def _groups(taken: dict[str, list[str]]) -> list[Group]:
    takers: dict[str, list[str]] = defaultdict(list)
    for name, declarations in taken.items():
        for declaration in declarations:
            takers[declaration].append(name)
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for declaration, names in takers.items():
        groups[tuple(names)].append(declaration)
    return sorted(((names, sorted(found)) for names, found in groups.items()), key=_place_of_group)


def _place_of_group(group: Group) -> tuple[int, list[str]]:
    names, declarations = group
    return -len(names), declarations


def _declarations_file(groups: list[Group]) -> Iterable[str]:
    for number, (names, declarations) in enumerate(groups, 1):
        extent = names[0] if len(names) == 1 else f"{len(names)} variants, {names[0]} … {names[-1]}"
        yield f"<!-- group {number}: {extent} -->"
        yield from declarations


def _catalog_file(doctypes: list[Doctype], groups: list[Group]) -> Iterable[str]:
    taken: dict[str, list[str]] = defaultdict(list)
    for number, (names, _found) in enumerate(groups, 1):
        for name in names:
            taken[name].append(str(number))
    yield "\t".join(COLUMNS)
    for entry in doctypes:
        oasis, mathml = "oasis" if entry.oasis else "-", str(entry.mathml)
        identity = (entry.name, entry.tag_set, entry.version, mathml, oasis, entry.public_id, entry.system_id)
        yield "\t".join((*identity, " ".join(taken[entry.name])))


def _entities_file(read: Iterable[Declarations]) -> Iterable[str]:
    first, *others = (found.entities for found in read)
    if any(other != first for other in others):
        raise SourceError("the variants no longer share one set of character entities; entities.ent holds one only")
    return (f'<!ENTITY {name} "{_escaped(first[name])}">' for name in sorted(first))


def _escaped(value: str) -> str:
    """The entity's value as ASCII; `&` and `<` are escaped twice, since a value is parsed again where it is used."""
    characters = re.sub(r"&#x([0-9A-F]+);", lambda found: chr(int(found[1], 16)), value)
    return "".join(f"&#38;#x{ord(char):X};" if char in "&<" else f"&#x{ord(char):X};" for char in characters)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
