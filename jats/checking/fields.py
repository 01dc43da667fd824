"""What an editor writes if a rule misses something: rules speak of elements, an article file has fields."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from jats.draft import Map, Text

_FOLDER = Path(__file__).parent.parent / "data" / "rules"
_XML_WORDS = re.compile(r"<[A-Za-z]|=[\"']|\b(?:pub-type|date-type|xml:lang|xlink:)")
_UNASKED = "-"
_ONE_KIND = re.compile(r"(?P<start>(?P<key>\w+): \{\w+: )[^,{}]+\}")


def in_words(code: str, draft: Map) -> str:
    """What is added to a rule's message about an article file; nothing if the message says enough, or no field helps.

    An example of one kind of value (`issn: {electronic: …}`) is given with the value that the file has.
    """
    holder, fields = hints().get(code, ("", ()))
    if holder == "journal":
        fields = tuple(_with_own_value(field, draft) for field in fields)
    file = "journal" if holder == "journal" else "article"
    return f"; in the {file} file: {' and '.join(fields)}" if fields else ""


def for_editors(code: str, message: str, draft: Map) -> str:
    """The message in an editor's words, with the field to write, if it is about XML and such words are known."""
    if _XML_WORDS.search(message):
        words = _words().get(code, "")
        message = words.removeprefix(_UNASKED) or (_sentence(code) if code in hints() else message)
    return message + in_words(code, draft)


def is_asked(code: str) -> bool:
    """Whether a rule is asked about an article file without a body: those about the text of the article are not."""
    return _words().get(code) != _UNASKED


@cache
def _sentence(code: str) -> str:
    """The first sentence of the rule's page, which says what must be."""
    from jats.rules import explain

    page = explain(code)
    title = "" if page is None else page.title.rstrip(".").replace("`", "")
    return title[:1].lower() + title[1:]


def _with_own_value(field: str, draft: Map) -> str:
    match = _ONE_KIND.fullmatch(field)
    journal = draft.items.get("journal")
    own = journal.items.get(match["key"]) if match and isinstance(journal, Map) else None
    return f"{match['start']}{own.value}}}" if match and isinstance(own, Text) else field


@cache
def hints() -> dict[str, tuple[str, tuple[str, ...]]]:
    """For each code the object whose fields are missing (`article`, `journal`, or the field that lists it), and the fields."""
    return {code: (holder, tuple(fields.split(" | "))) for code, holder, fields in _rows("fields.tsv")}


@cache
def _words() -> dict[str, str]:
    """By code, what is said in place of the rule's message; a dash if the rule isn't asked."""
    return {row[0]: row[1] for row in _rows("editors_words.tsv")}


def _rows(name: str) -> list[list[str]]:
    lines = (_FOLDER / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]
