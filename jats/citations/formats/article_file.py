"""The article file's own form, for an editor to correct: doubtful fields carry a comment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import StringIO
from typing import Any

from jats.citations.article_fields import field_of
from jats.citations.parse import ParsedReference

DOUBTFUL = 0.7
"""A field that the model believes in less than this is worth a look."""
_WIDTH = 100_000
"""Characters a line: a reference is never broken."""


Listed = tuple[str, Mapping[str, Any], ParsedReference | None]
"""A reference: its label, its fields, and its reading if it came as text."""


def to_yaml(lists: Iterable[tuple[str, list[Listed]]]) -> str:
    """Lists, each a heading and references, as the `references` of an article file."""
    from ruamel.yaml import YAML

    given = list(lists)
    yaml = YAML()
    yaml.width = _WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    made = [_list(title, works) for title, works in given]
    whole = made[0]["references"] if len(made) == 1 and "title" not in made[0] else made
    stream = StringIO()
    yaml.dump({"references": whole}, stream)
    return stream.getvalue()


def _list(title: str, works: list[Listed]) -> dict[str, Any]:
    items = [_work(*one) for one in works]
    return {"title": title, "references": items} if title else {"references": items}


def _work(label: str, fields: Mapping[str, Any], parsed: ParsedReference | None) -> Any:
    from ruamel.yaml.comments import CommentedMap

    work = CommentedMap()
    if label:
        work["label"] = label
    if parsed is not None:
        work["text"] = parsed.text
    work.update(fields)
    for name in doubtful_fields(parsed) if parsed is not None else ():
        if name in work:
            work.yaml_add_eol_comment("please check", name)
    return work


def doubtful_fields(parsed: ParsedReference) -> list[str]:
    """The article file's fields that hold a span in which the model believes little, in the order of the text."""
    fields = [field_of(span.label) for span in parsed.spans if span.confidence < DOUBTFUL]
    return list(dict.fromkeys(field for field in fields if field is not None))
