"""Names of authors in Cyrillic alone, where the article speaks English too: a Latin form is proposed and nothing is changed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace

from jats.draft import List, Map, Node, Path, Text
from jats.findings import Fix, Note
from jats.input_codes import tidied
from jats.vocab.transliteration import Scheme, scheme_for, transliterate

_CYRILLIC = re.compile("[\u0400-\u052f]")
_LATIN = re.compile("[A-Za-z]")
_WHOLE = ("full", "surname", "given")
_TRANSLATED = ("title", "abstract")


def propose_latin_names(draft: Map, note: Note, keep: frozenset[str] = frozenset()) -> None:
    """Say of each author who has no Latin form of the name what it would be by the scheme for the article's language."""
    if "INP221" in keep or "authors" not in draft.items or not _has_english(draft):
        return
    language = draft.items.get("language")
    scheme = scheme_for(language.value) if isinstance(language, Text) and isinstance(language.value, str) else None
    if scheme:
        for path, author in _authors(draft.items["authors"]):
            _propose(author, path, (str(getattr(language, "value", "")), scheme), note)


def _has_english(draft: Map) -> bool:
    """Whether title or abstract have an English version."""
    return any(_is_english(draft.items.get(key)) for key in _TRANSLATED)


def _is_english(node: Node | None) -> bool:
    if isinstance(node, List):
        return any(_is_english(item) for item in node.items)
    if not isinstance(node, Map):
        return False
    tag = node.items.get("language")
    tags = [*node.items, tag.value if isinstance(tag, Text) else ""]
    return any(str(each).lower().partition("-")[0] == "en" for each in tags)


def _authors(node: Node) -> Iterator[tuple[Path, Node]]:
    if isinstance(node, List):
        yield from ((("authors", index), item) for index, item in enumerate(node.items))
    else:
        yield ("authors",), node


def _propose(author: Node, path: Path, known: tuple[str, Scheme], note: Note) -> None:
    """A name in any form is looked at; a text can be exchanged for its two forms, other ways to write it are only reported."""
    name = author.items.get("name", author) if isinstance(author, Map) else author
    at = (*path, "name") if name is not author else path
    if isinstance(name, Map) and "language" in name.items:
        return
    language, scheme = known
    said = _said(name, language)
    if said is None or not _CYRILLIC.search(said) or _LATIN.search(said):
        return
    latin = transliterate(said, scheme.name)
    if _CYRILLIC.search(latin):  # letters of another language than the article's
        return
    finding = tidied.no_latin_name(name.place, at, scheme.title, latin)
    if isinstance(name, Text):
        both = f"{{{language}: {_quoted(said)}, en: {_quoted(latin)}}}"
        new = both if name is not author else f"{{name: {both}}}"
        finding = replace(finding, fix=Fix(said, new, safe=False, comment=f"en: transliterated by {scheme.title}"))
    note(finding)


def _said(name: Node, language: str) -> str | None:
    """The name in one line, `None` if it has several forms or is not one."""
    if isinstance(name, Text):
        return name.value if isinstance(name.value, str) else None
    if not isinstance(name, Map):
        return None
    if set(name.items) == {language}:
        return _said(name.items[language], "")
    parts = [name.items.get(key) for key in _WHOLE if not set(name.items) & {"collaboration", "anonymous"}]
    return ", ".join(part.value for part in parts if isinstance(part, Text) and isinstance(part.value, str)) or None


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
