"""What an article holds, value by value, and whether the document says it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pydantic import BaseModel

from jats.draft import Path
from jats.elements.build import Element, WriteContext
from jats.elements.dates import OLD_TYPES
from jats.model.article import PARTS, Article
from jats.model.blocks import KeptBlock
from jats.model.dates import Publication
from jats.model.inline import Inline, Kept, Link, walk
from jats.model.kept import texts_of
from jats.vocab.credit import find_role

FLAGS = {
    "corresponding": ("corresp", "yes"),
    "equal_contribution": ("equal-contrib", "yes"),
    "deceased": ("deceased", "yes"),
    "language_groups": ("lang-grouping", "yes"),
    "orcid_authenticated": ("authenticated", "true"),
    "supplemental": ("supplemental", "yes"),
}
"""Attribute and value for a flag that is set."""


POINTING = ("affiliations", "notes", "correspondence", "belongs_to", "refers_to", "part_of")
"""Fields whose values are the ids of other things in the file."""

SHARED = ("affiliations", "notes", "correspondence")
"""Fields of contributors whose values, where they are equal, are written once."""


SET = "set"
"""What stands for a flag that is set: this very text, none that is equal."""


def leaves(value: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text with its field, of running text every stretch and address; a set flag as `SET`."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from leaves(getattr(value, name), (*path, name))
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from leaves(one, (*path, key))
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from leaves(one, (*path, index))
    elif isinstance(value, KeptBlock):
        yield from ((path, text.strip()) for text in texts_of(value.xml) if text.strip())
    elif isinstance(value, Inline):
        yield from ((path, text) for part in walk(value) for text in _characters(part))
    elif value is True:
        yield path, SET
    elif isinstance(value, str):
        yield path, str(value)
        for name in ("authority", "url"):  # of texts that know more of themselves: Identifier, Checked
            if more := getattr(value, name, None):
                yield (*path, name), more


def _characters(part: object) -> list[str]:
    if isinstance(part, str):
        return [part]
    if isinstance(part, Kept):
        return [text.strip() for text in texts_of(part.xml) if text.strip()]
    return [part.href] if isinstance(part, Link) else []


_IDENTIFIED = ("source", "document", "object")
"""Fields with an `id` that isn't a name within the file."""


class Said:
    """What a document says, asked field by field: a value must stand in an element that its field, or one around it, made."""

    def __init__(self, article: Article, context: WriteContext) -> None:
        self.article = article
        self.context = context
        self.made: dict[Path, list[Element]] = defaultdict(list)
        for element, path in context.origins.items():
            self.made[path].append(element)
        self.content: dict[Element, str] = {}

    def unsaid(self) -> list[tuple[Path, str]]:
        """The values that the document doesn't say."""
        return [(path, text) for path, text in leaves(self.article) if not self._says(path, text)]

    def _says(self, path: Path, text: str) -> bool:
        name = path[-1]
        if path == ("format",) or self._otherwise(path, text):
            return True
        if name in FLAGS:
            attribute, value = FLAGS[str(name)]
            return bool(self.made[path]) or any(one.get(attribute) == value for one in self._subtree(path[:-1]))
        if text is SET:
            return bool(self.made[path])
        if name == "language" and text == self.article.language:
            return True
        return self._holds(path, text)

    def _holds(self, path: Path, text: str) -> bool:
        return any(text in self._content(one) for one in self._around(path))

    def _otherwise(self, path: Path, text: str) -> bool:
        """Names that only point, within the file or to a kind of work, and dates in the words of JATS 1.0."""
        if (path[-1] == "id" and path[-2] not in _IDENTIFIED) or (isinstance(path[-1], int) and path[-2] in POINTING):
            return True
        article, inner = self._home(path)
        if path[-1] == "type" and ("references" in inner or path[-2:-1] == ("reference",)):
            return True
        if inner[0] == "back_order":
            return True
        if inner == ("sequence",):
            return any(one.get("seq") == text for one in self.context.origins)
        if path[-1] == "media_type":
            return all(self._holds(path, half) for half in text.split("/"))
        if path[-1] == "in_kind":
            return any(one.tag == "support-source" for one in self._subtree(path[:-1]))
        if path[-1] == "credit" and (role := find_role(text)):
            return any(role.url in self._content(one) for one in self._around(path))
        if inner[0] == "published" and path[-1] in ("type", "format"):
            one = article.published[int(inner[1])]
            old = OLD_TYPES.get((one.type, one.format)) if isinstance(one, Publication) else None
            return any(made.get("pub-type") == old for made in self.made[path[:-1]] if old)
        return False

    def _home(self, path: Path) -> tuple[Article, Path]:
        """The article that a field is of, which may stand in another one, and the field's path in it."""
        article = self.article
        while path[0] in PARTS and len(path) > 2:
            article, path = getattr(article, str(path[0]))[int(path[1])], path[2:]
        return article, path

    def _around(self, path: Path) -> Iterator[Element]:
        """The elements of the field and of those around it; equal affiliations are written once, wherever they are given."""
        if path in (("type",), ("specific_use",)) or any(name in path[1:] for name in SHARED):
            yield self.context.root
        for length in range(len(path), 0, -1):
            yield from self.made[path[:length]]

    def _subtree(self, path: Path) -> Iterator[Element]:
        for one in self.made[path]:
            yield from one.iter()

    def _content(self, element: Element) -> str:
        """All texts and attributes of an element and what is in it; texts that stand together are one."""
        if element not in self.content:
            values = [str(value) for one in element.iter() for value in one.attrib.values()]
            self.content[element] = "\n".join(["".join(map(str, element.itertext())), _printed(element), *values])
        return self.content[element]


def _printed(element: Element) -> str:
    """The text of an affiliation without the identifiers that stand in the midst of it."""
    texts = element.xpath(".//text()[not(parent::institution-id)]")
    return "".join(map(str, texts)) if isinstance(texts, list) else ""
