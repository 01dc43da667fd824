"""What YAML reads without complaint, but otherwise than it was meant: text after ` #`, commas in brackets, lost hyphens."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from jats.article_file.yaml_lines import in_quotes, is_typographic, read_line, shown, without_typographic
from jats.draft import List, Map, Node, Path, Text
from jats.findings import Finding, Place
from jats.input_codes import syntax
from jats.input_codes.field_names import field_names

PEOPLE = frozenset(("authors", "contributors", "members", "editors", "translators"))
"""Fields whose items are people: their names have commas."""
_NEVER_QUOTED = frozenset(
    ("name", "surname", "given", "email", "doi", "orcid", "issn", "city", "country", "institution")
)
"""Other fields whose values are never a quotation."""

NO_HYPHEN = "this is among the items of a list, but has no hyphen"
NO_SPACE = "the hyphen needs a space after it"

_COMMENT = re.compile(r"[ \t]#(?![ \t]*jats:)(?:[^\s#]| \d)")
_BULLET = re.compile(r"(?:-(?=[^\s-])|- |[–—•·▪] )[^\W\d_]")


class Entries(List):
    """Entries that were written as one; they belong among those of the list around them."""


def cut_at_hash(lines: list[str], event: Any, name: str, path: Path) -> Finding | None:
    """A plain value whose line goes on with ` #` and a word: YAML takes that as a comment."""
    mark = event.end_mark
    line = lines[mark.line]
    if "#" not in line[mark.column :] or event.start_mark.line != mark.line:
        return None
    if not _COMMENT.match(line, mark.column):
        return None
    start = event.start_mark.column
    before = line[:start] if event.value else f"{line[:start]} "
    written = shown(before + in_quotes(line[start:].strip()))
    return syntax.cut_at_hash(Place(name, mark.line + 1, start + 1), path, line[mark.column :].strip(), written)


def bullets_in_text(lines: list[str], event: Any, name: str, path: Path) -> tuple[Finding, List] | None:
    """A plain value over several lines that begin with a hyphen or a bullet: a list was meant. The list, too."""
    first, last = event.start_mark, event.end_mark
    if last.line <= first.line:
        return None
    items: list[Node] = []
    marks: list[str] = []
    for number in range(first.line, last.line + 1):
        column = first.column if number == first.line else len(lines[number]) - len(lines[number].lstrip())
        text = lines[number][column:].rstrip()
        if not text or text.startswith("#"):
            continue
        bullet = _BULLET.match(text)
        items.append(Text(text[bullet.end() - 1 :] if bullet else text, Place(name, number + 1, column + 1)))
        marks.append(bullet.group()[0] if bullet else "")
    if len(items) < 2 or not all(marks[1:]):
        return None
    line = read_line(first.line, lines[first.line])
    if (
        line.hyphens and first.column == line.column and not marks[0]
    ):  # `- Roe, Jane` with an item further right below it
        place, column = items[1].place, line.hyphens[-1] + 1
        like = f"'- {str(event.value)[:20].split(' - ')[0]}' on line {first.line + 1}"
        finding = syntax.bad_indentation(
            place, path, lines[(place.line or 1) - 1].strip(), place.column or 0, column, like
        )
        return finding, Entries(items, items[0].place)
    beside = line.key if line.key and first.column > line.column else None  # `authors: Roe, Jane` with a list below it
    return _bullet_finding(items, marks, beside, path), List(items, items[0].place)


_SEPARATORS = re.compile(r"[,;،؛，；、|•]")
_NAME_LINE = re.compile(r"[^,;]{2,60}, [^,;]{1,60}|[^\W\d_][^,;\s]*(?: [^,;\s]+){1,4}")
_UNENDED = re.compile(r"(?:[,;&]| (?:and|et|und|y|e|i|та|і|й|и|ve|és|en|och|og))$")


def one_a_line(lines: list[str], event: Any, path: Path) -> str | None:
    """The lines of a plain value that has a keyword or a person on each, which YAML would join with blanks."""
    first, last = event.start_mark, event.end_mark
    field = next((step for step in reversed(path) if isinstance(step, str)), "")
    if last.line <= first.line or not (field in PEOPLE or field in ("keywords", "terms")):
        return None
    some = [lines[first.line][first.column :], *lines[first.line + 1 : last.line + 1]]
    texts = [text.strip() for text in some if text.strip()]
    if any("#" in text or _UNENDED.search(text) for text in texts) or len(texts) < 2:
        return None
    if field in PEOPLE:
        whole = all(_NAME_LINE.fullmatch(text) for text in texts) and len({", " in text for text in texts}) == 1
        return "\n".join(texts) if whole else None
    return None if any(_SEPARATORS.search(text) for text in texts) else "\n".join(texts)


def _bullet_finding(items: list[Node], marks: list[str], key: str | None, path: Path) -> Finding:
    texts = [str(item.value) for item in items if isinstance(item, Text)]
    place = items[0].place
    if not marks[0]:
        why = f"'{key}' has a text on its line and a list below it: move the text into the list" if key else NO_HYPHEN
    elif marks[0] == "-":
        why = NO_SPACE
    else:
        why = f"a list item begins with a hyphen, not with {marks[0]}"
    alike = sum(mark == marks[0] for mark in marks) - 1 if marks[0] else 0
    return syntax.hyphen(place, path, why + also(alike), shown(f"- {texts[0]}"))


def also(alike: int) -> str:
    """How many other lines have the same slip; empty if none has."""
    return f" (the same on {alike} more line{'s' * (alike > 1)})" if alike else ""


@dataclass(frozen=True, slots=True)
class LoneKeys:
    """A map in braces, all its keys in their order, those that come twice too, and the keys that have no colon."""

    map: Map
    order: list[str]
    lone: set[str]


def lone_keys(keys: LoneKeys, raw: str, line: str, path: Path) -> tuple[Finding, Node]:
    """Keys without a colon in braces: a comma inside the value before them, or braces around a text or a list.

    `raw` is the text in the braces, `line` the line that they begin on. The finding, and what was meant.
    """
    place = keys.map.place
    if len(keys.lone) == len(keys.map.keys):
        inner = raw.strip("{} ")
        written = f"[{inner}] for a list, {in_quotes(inner)} for a text"
        if path and path[-1] == "keywords":
            written = f"[{inner}]"
        elif len(keys.order) == 2 and PEOPLE.intersection(step for step in path if isinstance(step, str)):
            written = in_quotes(inner)
        items: list[Node] = [Text(key, keys.map.keys[key]) for key in keys.order if key in keys.lone]
        return syntax.comma_in_brackets(place, path, "{ }", "field", written), List(items, place)
    written, parts = line, []
    for key, text in _joined(keys):
        written = written.replace(text, in_quotes(text), 1)
        parts.append(f"{key}: {in_quotes(text)}")
    whole = all(part.partition(": ")[2] in written for part in parts)
    said = shown(written) if whole else ", ".join(parts)
    return syntax.comma_in_brackets(place, path, "{ }", "field", said), keys.map


def _joined(keys: LoneKeys) -> list[tuple[str, str]]:
    """Put every lone key back to the value before it; the keys of these values, and the values."""
    fields, parts = keys.map, dict[str, list[str]]()
    owner = ""
    for key in keys.order:
        owner = owner if key in keys.lone else key
        parts.setdefault(owner, []).append(key)
    for key in keys.lone:
        fields.keys.pop(key, None)
    joined = []
    for key, several in parts.items():
        mine = fields.items.get(key)
        if len(several) > 1 and isinstance(mine, Text):
            text = ", ".join([str(mine.value), *several[1:]])
            fields.items[key] = Text(text, mine.place)
            joined.append((key, text))
    return joined


def people_in_brackets(values: List, plain: list[bool], path: Path, line: str) -> Finding | None:
    """People in square brackets whose names have commas but no quotation marks; the names are put together, too."""
    names = [str(item.value) for item in values.items if isinstance(item, Text)]
    if not (path and path[-1] in PEOPLE) or len(names) != len(plain) or not all(plain) or len(names) < 2:
        return None
    words = [name for name in names if " " not in name and not (len(name) > 2 and name.isupper())]
    if 2 * len(words) < len(names) or any(_is_whole(name) for name in names[::2]):
        return None
    pairs = list(zip(names[::2], names[1::2], strict=False))
    if len(names) % 2 and len(words) < len(names):
        return None
    people = [f"{surname}, {given}" for surname, given in pairs]
    written = "[" + ", ".join(in_quotes(person) for person in people) + (", …]" if len(names) % 2 else "]")
    before, _, after = line.partition("[")
    whole = before + written if after.rstrip().endswith("]") and before.rstrip().endswith(":") else written
    finding = syntax.comma_in_brackets(values.place, path, "[ ]", "item", shown(whole))
    texts = [without_typographic(person) for person in people]
    values.items[:] = [Text(text, item.place) for text, item in zip(texts, values.items[::2], strict=False)]
    return finding


def _is_whole(name: str) -> bool:
    """Whether a text is a surname with initials (`Roe J.`), so no other part belongs to it."""
    surname, _, rest = name.partition(" ")
    initials = rest.replace(".", "").replace(" ", "").replace("-", "")
    return len(surname) > 1 and 0 < len(initials) < 5 and initials.isupper()


def enclosed_name(lines: list[str], event: Any, name: str, path: Path) -> Finding | None:
    """A name or an identifier in typographic quotation marks, which would be printed with it."""
    fields = [step for step in path if isinstance(step, str)][-1:]
    if not fields or (fields[0] not in PEOPLE and fields[0] not in _NEVER_QUOTED) or not is_typographic(event.value):
        return None
    mark = event.start_mark
    written = shown(lines[mark.line][: mark.column] + in_quotes(event.value))
    return syntax.typographic_quotes(Place(name, mark.line + 1, mark.column + 1), path, written)


def key_without_colon(
    lines: list[str], key: Any, value: Any, name: str, path: Path
) -> tuple[Finding, str, Text] | None:
    """A key whose colon is missing, so that YAML took one in the value: the finding, the key and the value that were meant."""
    if " " not in key.value or key.style or not hasattr(value, "value") or value.style:
        return None
    field, _, begun = key.value.partition(" ")
    begun = begun.strip()
    if field not in field_names() or (begun[:1] not in "\"'“„«" and path and not isinstance(path[-1], int)):
        return None
    start = key.start_mark
    written = lines[start.line][start.column + len(field) :].strip()
    inner = written[1:-1] if len(written) > 1 and written[0] == written[-1] and written[0] in "\"'" else written
    shown_line = shown(lines[start.line][: start.column] + f"{field}: {in_quotes(inner)}")
    place = Place(name, start.line + 1, start.column + 1)
    finding = syntax.no_colon(place, (*path, field), field, written=shown_line)
    return finding, field, Text(without_typographic(inner), place)


def in_typographic_quotes(item: Map, lines: list[str], path: Path) -> tuple[Finding, Text] | None:
    """An item in typographic quotation marks with a colon inside, which YAML reads as a field; the text that was meant, too."""
    if len(item.items) != 1:
        return None
    ((key, value),) = item.items.items()
    if not isinstance(value, Text) or not is_typographic(whole := f"{key}: {value.value}"):
        return None
    place = item.place
    line = lines[(place.line or 1) - 1]
    written = shown(line[: (place.column or 1) - 1] + in_quotes(whole))
    return syntax.typographic_quotes(place, path, written), Text(without_typographic(whole), place)
