"""References in two scripts: the text as printed, the fields transliterated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jats.elements.build import Attributes
from jats.elements.references.parts import CitationPart, Group, Whole
from jats.model.inline import Inline
from jats.vocab.scripts import script_of_text
from jats.vocab.tables import rows

_WORDS = ("article-title", "chapter-title", "data-title", "source")
_SCRIPT_SUBTAG = re.compile(r"-[A-Za-z]{4}(?![A-Za-z0-9])")


def other_script(text: Inline, parts: Sequence[CitationPart]) -> str | None:
    """The code (ISO 15924) of the script of the fields, if that isn't the one of the text; else `None`."""
    of_fields, of_text = script_of_text(" ".join(_words(parts))), script_of_text(text.plain())
    if of_fields is None or of_text is None or of_fields == of_text:
        return None
    return next(code for code, name, *_ in rows("scripts") if name == of_fields)


def _words(parts: Sequence[CitationPart]) -> Iterator[str]:
    """Titles and names, without translations, which have their own language."""
    for part in parts:
        if isinstance(part, Group):
            for person in part.people:
                yield from (person.collaboration or {}).values()
                yield from (one for name in person.name for one in (name.surname, name.full) if one)
        elif not isinstance(part, Whole) and part.tag in _WORDS:
            yield str(part.content)


def in_script(attributes: Attributes, script: str) -> Attributes:
    """The same with the script said in the language: `uk` in Latin letters is `uk-Latn`."""
    given = attributes.get("xml:lang")
    language, at = given if isinstance(given, tuple) else (None, None)
    if not language or at is None or _SCRIPT_SUBTAG.search(language):
        return attributes
    primary, hyphen, rest = language.partition("-")
    return attributes | {"xml:lang": (f"{primary}-{script}{hyphen}{rest}", at)}
