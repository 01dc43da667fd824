"""What a row of the table of losses says (jats/elements/losses/table.py), and whether a loss is the one that it foretells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from jats.draft import Path
from jats.elements.build import TO_CUSTOM_META, Loss
from jats.elements.shapes import Grammar
from jats.model.article import PARTS

BESIDE = "in an element-citation beside the text"


@dataclass(frozen=True, slots=True)
class LossRow:
    """A field whose element, or attribute (`@…`), some variants don't have in its parent, and what becomes of it there.

    `instead` says where its value goes, in words, `None` if it is left out, which is also what becomes of a value that is
    to be `<custom-meta>` if the variant has none. A row with `when` holds in all variants, for values of that kind; one
    with `unless` doesn't apply if `<article-meta>` may have several of that element.
    """

    field: str
    tag: str
    parent: str
    instead: str | None = None
    when: str | None = None
    unless: str | None = None

    def holds(self, grammar: Grammar) -> bool:
        """Whether it is so in a variant."""
        if self.when:
            return True
        if self.unless and grammar.repeats("article-meta", self.unless):
            return False
        if self.tag.startswith("@"):
            return grammar.attribute(self.parent, self.tag[1:]) is None
        return self.tag not in grammar.children(self.parent)

    def is_about(self, loss: Loss) -> bool:
        """Whether it is this row that a loss is about."""
        if self.tag not in (loss.tag, "*") or self.parent != loss.parent or not matches(self.field, loss.path):
            return False
        if loss.moved is None:
            return self.instead in (None, TO_CUSTOM_META)
        return self.instead is not None and loss.moved.startswith(self.instead)


def vocabulary_rows(field: str, tag: str) -> Iterator[LossRow]:
    """What versions lack for a word that comes from a vocabulary."""
    for name in ("name", "identifier", "term", "term_identifier"):
        attribute = "vocab" if name == "name" else "vocab-" + name.replace("_", "-")
        yield LossRow(f"{field}.vocabulary.{name}", "@" + attribute, tag, TO_CUSTOM_META)


def matches(field: str, path: Path) -> bool:
    """Whether a path is of a row's field: `[]` is any item, a last `*` anything or any key."""
    while path[0] in PARTS and len(path) > 2:
        path = path[2:]  # an article inside another one has the fields of an article
    return any(
        shown.startswith(field[:-1]) if field.endswith("*") else shown == field
        for shown in {_shown(path), _general(path)}
    )


def _general(path: Path) -> str:
    """A path as rows have it: contributors of all fields, and members of groups, are as authors; any work is as those cited;
    so are an event's fields, and the references of an appendix, as the article's."""
    if path[:1] == ("events",) and len(path) > 2:
        path = ("history" if path[2] == "dates" else path[2], *path[3:])
    if "reference" in path:
        path = ("references", 0, *path[path.index("reference") + 1 :])
    if path[:1] == ("journal",) and path[1:2] in (("contributors",), ("affiliations",)):
        path = path[1:]
    if path[:1] == ("supplementary_material",) and path[2:3] in (("copyright",), ("license",)):
        path = path[2:]
    if path[:1] == ("contributor_groups",):
        path = ("authors", *path[1:])
    if "contributors" in path:
        path = ("authors", *path[path.index("contributors") + 1 :])
    if path[:1] == ("appendices",) and "references" in path:
        path = path[path.index("references") :]
    if path[:1] == ("references",):
        path = _of_reference(path)
    text = _shown(path)
    while ".members[]" in text:
        text = text.replace(".members[]", "", 1)
    return "authors[]." + text if text.startswith("affiliations[]") else text


_WORKS = ("references", "works", "alternatives")


def _of_reference(path: Path) -> Path:
    """A path within the last reference that it leads through, of whatever list or under whatever number."""
    pairs = list(pairwise(path))
    steps = [index for index, (step, below) in enumerate(pairs) if step in _WORKS and isinstance(below, int)]
    return ("references", *path[steps[-1] + 1 :]) if steps else path


def _shown(path: Path) -> str:
    text = ""
    for step in path:
        if isinstance(step, int):
            text += "[]"
        else:
            text += f".{step}" if text else step
    return text
