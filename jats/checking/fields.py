"""What an editor writes if a rule misses something: rules speak of elements, an article file has fields."""

from __future__ import annotations

import re
from functools import cache

from jats.checking.editors_words import editors_words, is_about_xml, rows, translated, without_remedy
from jats.draft import Map, Text
from jats.findings import Finding

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


def for_editors(finding: Finding, draft: Map, *, typed: bool = False) -> str:
    """The finding's message in an editor's words, with the field to write unless they say it.

    About markup that was typed into a field, a message without words of its own keeps those of XML.
    """
    code, message = finding.code, finding.message
    words, enough = editors_words(code, message, re.split(r"[.\[]", finding.data_path or "", maxsplit=1)[0])
    if not words and typed:
        words = message
    elif not words and code in hints() and is_about_xml(message):
        words = translated(without_remedy(message))
        words = _sentence(code) if is_about_xml(words) else words
    return words if enough else (words or translated(message)) + in_words(code, draft)


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
    return {code: (holder, tuple(fields.split(" | "))) for code, holder, fields in rows("fields.tsv")}
