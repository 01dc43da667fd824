"""YAML → Draft, from the parser's events: no value is typed, nothing is built that the file doesn't say in its place."""

from __future__ import annotations

import re
from typing import Any

import yaml

from jats.article_file.yaml_faults import Trouble, explain
from jats.draft import List, Map, Node, Path, Text
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

DEEPEST = 64
"""Levels of fields and lists inside one another."""

_FORBIDDEN = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What YAML 1.1 can't hold (section 5.1), and the line ends of Unicode, which would break lines that editors don't break."""

_MOST = 20


def read_yaml(text: str, name: str, note: Note) -> Map | None:
    """The fields of a YAML file; `None` where it can't be read, and then a finding says why."""
    if _forbidden(text, name, note):
        return None
    builder = _Builder(text, name, note)
    try:
        return builder.read()
    except yaml.YAMLError as error:
        note(explain(error, Trouble(text, name, builder.last, builder.flow, tuple(builder.path), builder.value)))
    except _TooDeepError:
        note(
            reading.too_large(
                builder.place(builder.last),
                (),
                f"more than {DEEPEST} levels stand inside one another: no article needs them",
            )
        )
    return None


def _forbidden(text: str, name: str, note: Note) -> bool:
    found = None
    for count, found in enumerate(_FORBIDDEN.finditer(text)):
        if count < _MOST:
            line, start = text.count("\n", 0, found.start()) + 1, text.rfind("\n", 0, found.start())
            place = Place(name, line, found.start() - start)
            note(reading.forbidden_character(place, (), f"U+{ord(found.group()):04X}"))
    return found is not None


class _TooDeepError(Exception):
    """Raised to leave a file of too many levels."""


class _Builder:
    """Reads the events of one file.

    `path` is where it is, `last` the event before, `value` the path of the last value, `flow` where the last brackets
    began; `later` holds what is worth saying only of a file that can be read to its end.
    """

    def __init__(self, text: str, name: str, note: Note) -> None:
        self.text = text
        self.name = name
        self.note = note
        self.events = _Parser(text)
        self.path: list[str | int] = []
        self.later: list[Finding] = []
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
        for finding in self.later:
            self.note(finding)
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
            self.note(syntax.no_blank_after_colon(place, (), match[1], match[2]))
        elif root is None and isinstance(first, yaml.ScalarEvent) and not first.value:
            self.note(reading.empty_file(place, ()))
        else:
            self.note(reading.not_fields(place, (), "a list" if isinstance(root, List) else "a text"))

    def node(self, event: YamlEvent) -> Node | None:
        """The value that begins with an event; `None` where the file leaves it out, or says what isn't read."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            return self.scalar(event)
        if kind is yaml.AliasEvent:
            self.note(syntax.reference_mark(self.place(event), tuple(self.path), f"*{event.anchor}"))
            return None
        if len(self.path) > DEEPEST:
            raise _TooDeepError
        self._marks(event)
        if event.flow_style:
            self.flow = event
        return self.map(event) if kind is yaml.MappingStartEvent else self.list(event)

    def _marks(self, event: YamlEvent) -> None:
        if event.anchor is not None:
            self.note(syntax.reference_mark(self.place(event), tuple(self.path), f"&{event.anchor}"))
        if event.tag is not None:
            self.note(syntax.tag(self.place(event), tuple(self.path), event.tag.replace("tag:yaml.org,2002:", "!!")))

    def scalar(self, event: YamlEvent) -> Text | None:
        if event.anchor is not None or event.tag is not None:
            self._marks(event)
        if not event.value and not event.style:
            return None
        self.value = tuple(self.path)
        mark = event.start_mark
        return Text(event.value, Place(self.name, mark.line + 1, mark.column + 1))

    def list(self, start: YamlEvent) -> List:
        items: list[Node] = []
        while (event := self.next()).__class__ is not yaml.SequenceEndEvent:
            self.path.append(len(items))
            item = self.node(event)
            if item is not None:
                items.append(item)
            elif event.__class__ is yaml.ScalarEvent:
                self.note(reading.empty_item(self.place(event), tuple(self.path)))
            self.path.pop()
        return List(items, self.place(start))

    def map(self, start: YamlEvent) -> Map:
        result, path, name = Map(self.place(start)), self.path, self.name
        while (event := self.next()).__class__ is not yaml.MappingEndEvent:
            key = self.key(event)
            if key is None:
                continue
            mark = event.start_mark
            place = Place(name, mark.line + 1, mark.column + 1)
            path.append(key)
            following = self.next()
            value = self.scalar(following) if following.__class__ is yaml.ScalarEvent else self.node(following)
            if value is None and start.flow_style:
                self._key_alone(event, following)
            if key in result.keys:
                self.note(reading.duplicate_key(place, tuple(path), key, result.keys[key].line or 0))
            else:
                result.keys[key] = place
                if value is not None:
                    result.items[key] = value
            path.pop()
        return result

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

    def _key_alone(self, key: YamlEvent, value: YamlEvent) -> None:
        """`{a, b}` is read as two fields without values: they would be lost."""
        if ":" not in self.text[key.end_mark.index : value.end_mark.index]:
            self.later.append(syntax.must_be_quoted(self.place(key), tuple(self.path[:-1]), "{"))
