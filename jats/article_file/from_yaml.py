"""YAML → Draft, from the parser's events: no value is typed, nothing is built that the file doesn't say in its place."""

from __future__ import annotations

import re
from typing import Any

import yaml

from jats.article_file.depth import TOO_DEEP, TooDeepError
from jats.article_file.yaml_entries import EntryReader
from jats.article_file.yaml_faults import explain
from jats.article_file.yaml_lines import in_quotes, shown, without_typographic
from jats.article_file.yaml_silent import (
    Entries,
    LoneKeys,
    bullets_in_text,
    cut_at_hash,
    enclosed_name,
    in_typographic_quotes,
    key_without_colon,
    lone_keys,
    one_a_line,
    people_in_brackets,
)
from jats.article_file.yaml_slip import Trouble
from jats.draft import DEEPEST, List, Map, Node, Path, Text
from jats.findings import Finding, Note, Place
from jats.input_codes import reading, syntax

try:
    from yaml.cyaml import CParser as _Parser  # type: ignore[attr-defined]  # the stub imports it silently
except ImportError:  # PyYAML without libyaml: the same events, ten times slower

    class _Parser(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):  # type: ignore[no-redef]
        def __init__(self, text: str) -> None:
            yaml.reader.Reader.__init__(self, text)
            yaml.scanner.Scanner.__init__(self)
            yaml.parser.Parser.__init__(self)


YamlEvent = Any
"""An event of PyYAML; its stub says of marks, tags and anchors that they may be missing everywhere."""

_FORBIDDEN = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What YAML 1.1 can't hold (section 5.1), and the line ends of Unicode, which would break lines that editors don't break."""

_WIDTHLESS = {0xFEFF: 0x200B, 0x0B: 0x200A, 0x0C: 0x200A, 0x85: 0x200A, 0x2028: 0x200A, 0x2029: 0x200A}
"""Characters that YAML can't hold or takes for a line end, and that may be in any copied text → characters of the same kind.

A byte order mark becomes a character without width, what separates words a thin space; both are tidied and reported later.
"""

_MOST = 20


def read_yaml(text: str, name: str, note: Note) -> Map | None:
    """The fields of a YAML file; `None` if it cannot be read, and then a finding says why.

    After a slip of syntax the file is read again as if the finding's advice had been followed, so that all of them are
    reported at once.
    """
    if _FORBIDDEN.search(text):
        text = text.translate(_WIDTHLESS)
    if _forbidden(text, name, note):
        return None
    reported, doubtful = 0, False
    for _ in range(_MOST):
        builder = _Builder(text, name)
        try:
            root = builder.read()
        except TooDeepError:
            note(reading.too_large(builder.place(builder.last), (), TOO_DEEP))
            return None
        except yaml.YAMLError as error:
            slip = explain(error, Trouble(text, name, builder.last, builder.flow, tuple(builder.path), builder.value))
            line = slip.finding.place.line or 0
            if doubtful and line <= reported + 1:
                return None
            if line <= reported:
                return None
            note(slip.finding)
            reported, doubtful, text = line, slip.doubtful, slip.repaired(text)
            if not slip.lines:
                return None
        else:
            for finding in sorted(builder.findings, key=lambda one: (one.place.line or 0, one.place.column or 0)):
                note(finding)
            return root
    return None


def _forbidden(text: str, name: str, note: Note) -> bool:
    found = None
    for count, found in enumerate(_FORBIDDEN.finditer(text)):
        if count < _MOST:
            line, start = text.count("\n", 0, found.start()) + 1, text.rfind("\n", 0, found.start())
            place = Place(name, line, found.start() - start)
            note(reading.forbidden_character(place, (), f"U+{ord(found.group()):04X}"))
    return found is not None


class _Builder:
    """Reads the events of one file.

    `path` is where it is, `last` the event before, `value` the path of the last value, `flow` where the last brackets
    began; `findings` are worth saying only of a file that can be read to its end.
    """

    def __init__(self, text: str, name: str) -> None:
        self.text = text
        self.lines = [*text.split("\n"), ""]
        self.name = name
        self.findings: list[Finding] = []
        self.note = self.findings.append
        self.events = _Parser(text)
        self.path: list[str | int] = []
        self.value: Path = ()
        self.last: YamlEvent | None = None
        self.flow: YamlEvent | None = None

    def next(self) -> YamlEvent:
        event = self.events.get_event()
        self.last = event
        return event

    def place(self, event: YamlEvent) -> Place:
        mark = event.start_mark
        return Place(self.name, mark.line + 1, mark.column + 1)

    def read(self) -> Map | None:
        root: Node | None = None
        while not isinstance(event := self.next(), (yaml.DocumentStartEvent, yaml.StreamEndEvent)):
            pass
        if isinstance(event, yaml.StreamEndEvent):
            self.note(reading.empty_file(Place(self.name, 1, 1), ()))
            return None
        first = self.next()
        root = self.node(first)
        self.next()
        self._end()
        if isinstance(root, Map):
            return root
        self._no_fields(first, root)
        return None

    def _end(self) -> None:
        event = self.next()
        if isinstance(event, yaml.DocumentStartEvent):
            self.note(syntax.several_documents(self.place(event), ()))

    def _no_fields(self, first: YamlEvent, root: Node | None) -> None:
        place = self.place(first)
        if isinstance(root, Text) and (match := re.match(r"([A-Za-z][\w-]*):(\S.*)", root.value)):
            self.note(syntax.no_blank_after_colon(place, (), f"{match[1]}: {match[2]}"))
        elif root is None and isinstance(first, yaml.ScalarEvent) and not first.value:
            self.note(reading.empty_file(place, ()))
        else:
            self.note(reading.not_fields(place, (), "a list" if isinstance(root, List) else "a text"))

    def node(self, event: YamlEvent) -> Node | None:
        """The value that begins with an event; `None` if the file leaves it out, or says what isn't read."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            return self.scalar(event)
        if kind is yaml.AliasEvent:
            self.note(syntax.reference_mark(self.place(event), tuple(self.path), f"*{event.anchor}"))
            return None
        if len(self.path) > DEEPEST:
            raise TooDeepError
        self._marks(event)
        if event.flow_style:
            self.flow = event
        return self.map(event) if kind is yaml.MappingStartEvent else self.sequence(event)

    def _marks(self, event: YamlEvent) -> None:
        place, path, mark = self.place(event), tuple(self.path), event.start_mark
        line = self.lines[mark.line]
        written = shown(line[: mark.column] + in_quotes(line[mark.column :].rstrip()))
        if event.__class__ is not yaml.ScalarEvent:
            written = ""
        if event.anchor is not None:
            self.note(syntax.reference_mark(place, path, f"&{event.anchor}", written))
        if event.tag is not None:
            self.note(syntax.tag(place, path, event.tag.replace("tag:yaml.org,2002:", "!!"), written))

    def scalar(self, event: YamlEvent) -> Node | None:
        """A text; a list, if the text is one whose hyphens YAML did not see."""
        mark = event.start_mark
        if event.anchor is not None or event.tag is not None:
            self._marks(event)
            return Text(self.lines[mark.line][mark.column :].rstrip(), Place(self.name, mark.line + 1, mark.column + 1))
        if not event.value and not event.style:
            if finding := cut_at_hash(self.lines, event, self.name, tuple(self.path)):
                self.note(finding)
            return None
        self.value = tuple(self.path)
        if not event.style:
            if finding := cut_at_hash(self.lines, event, self.name, self.value):
                self.note(finding)
            elif finding := enclosed_name(self.lines, event, self.name, self.value):
                self.note(finding)
                return Text(without_typographic(event.value), Place(self.name, mark.line + 1, mark.column + 1))
            elif found := bullets_in_text(self.lines, event, self.name, self.value):
                self.note(found[0])
                return found[1]
            elif text := one_a_line(self.lines, event, self.value):
                return Text(text, Place(self.name, mark.line + 1, mark.column + 1))
        return Text(event.value, Place(self.name, mark.line + 1, mark.column + 1))

    def sequence(self, start: YamlEvent) -> List:
        items: list[Node] = []
        plain: list[bool] = []
        while (event := self.next()).__class__ is not yaml.SequenceEndEvent:
            self.path.append(len(items))
            item = self.node(event)
            if isinstance(item, Entries):
                items += item.items
            elif item is not None:
                items.append(self._item(item))
                plain.append(event.__class__ is yaml.ScalarEvent and not event.style)
            elif event.__class__ is yaml.ScalarEvent:
                self.note(reading.empty_item(self.place(event), tuple(self.path)))
            self.path.pop()
        result = List(items, self.place(start))
        if start.flow_style and (
            finding := people_in_brackets(result, plain, tuple(self.path), self.lines[start.start_mark.line])
        ):
            self.note(finding)
        return result

    def _item(self, item: Node) -> Node:
        if isinstance(item, Map) and (found := in_typographic_quotes(item, self.lines, tuple(self.path))):
            self.note(found[0])
            return found[1]
        return item

    def map(self, start: YamlEvent) -> Node:
        """Fields; several entries, if hyphens between them are missing."""
        reader = EntryReader(self.place(start), tuple(self.path), self.lines)
        path, name, order, lone = self.path, self.name, list[str](), set[str]()
        while (event := self.next()).__class__ is not yaml.MappingEndEvent:
            key = self.key(event)
            if key is None:
                continue
            mark, following = event.start_mark, self.next()
            if " " in key and (found := key_without_colon(self.lines, event, following, name, tuple(path))):
                self.note(found[0])
                reader.put(found[1], found[2], found[2].place)
                continue
            path.append(key)
            value = self.scalar(following) if following.__class__ is yaml.ScalarEvent else self.node(following)
            path.pop()
            order.append(key)
            if value is None and start.flow_style and self._is_alone(event, following):
                if key in lone:  # a word of a list that stands there twice, not a field
                    continue
                lone.add(key)
            reader.put(key, value, Place(name, mark.line + 1, mark.column + 1))
        result = reader.result()
        self.findings += reader.findings
        return self._lone_keys(result, order, lone, start) if lone else result

    def _lone_keys(self, result: Node, order: list[str], lone: set[str], start: YamlEvent) -> Node:
        end = self.last.end_mark.index if self.last is not None else 0
        raw = self.text[start.start_mark.index : end]
        if not isinstance(result, Map):
            return result
        keys = LoneKeys(result, order, lone)
        finding, meant = lone_keys(keys, raw, self.lines[start.start_mark.line], tuple(self.path))
        self.note(finding)
        return meant

    def key(self, event: YamlEvent) -> str | None:
        """The name of a field; what can't be one is reported and read over, with its value."""
        if event.__class__ is not yaml.ScalarEvent:
            self.note(syntax.bad_key(self.place(event), tuple(self.path)))
            self.node(event)
            self.node(self.next())
            return None
        if event.anchor is not None or event.tag is not None:
            self._marks(event)
        if event.value == "<<" and not event.style:
            self.note(syntax.reference_mark(self.place(event), tuple(self.path), "<<"))
        name: str = event.value
        return name

    def _is_alone(self, key: YamlEvent, value: YamlEvent) -> bool:
        """Whether a key in braces has no colon: `{a, b}` is read as two fields without values."""
        return ":" not in self.text[key.end_mark.index : value.end_mark.index]
