"""Each text and attribute that is written knows the field that it came from: shown by changing one field at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given
from hypothesis import strategies as st
from lxml import etree
from pydantic import BaseModel

from jats.document import Document
from jats.draft import Path, show_path
from jats.elements.build import WriteContext
from jats.elements.shapes import own_name
from jats.model.article import PARTS, Article
from jats.model.dates import Date
from jats.model.identifiers import CheckedValue
from jats.model.inline import Inline
from jats.options import Options
from jats.pipeline import read_article
from tests.conftest import ROOT
from tests.elements.leaves import SHARED, Said
from tests.elements.test_every_variant import covered, write
from tests.elements.writing import VARIANTS
from tests.examples import examples
from tests.strategies import articles

MARK = "77"
"""Added to a text to change it: it is of no script, so it does not say in which one the text is."""


def changeable(value: object, path: Path = ()) -> Iterator[Path]:
    """The fields that hold one text; of running text, that which begins with a text."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from changeable(getattr(value, name), (*path, name))
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from changeable(one, (*path, key))
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from changeable(one, (*path, index))
    elif isinstance(value, str) or (isinstance(value, Inline) and value.parts and isinstance(value.parts[0], str)):
        yield path


def changed(value: Any, path: Path) -> Any:
    """The same with the text at a path changed."""
    if path:
        step, rest = path[0], path[1:]
        if isinstance(value, BaseModel):
            return value.model_copy(update={str(step): changed(getattr(value, str(step)), rest)})
        if isinstance(value, dict):
            return {**value, step: changed(value[step], rest)}
        return tuple(changed(one, rest) if index == step else one for index, one in enumerate(value))
    if isinstance(value, Inline):
        return Inline((f"{value.parts[0]}{MARK}", *value.parts[1:]))
    made = type(value)(f"{value}{MARK}")
    for name in ("authority", "url", "vocabulary") if not isinstance(value, CheckedValue) else ("authority",):
        if hasattr(value, name):
            setattr(made, name, getattr(value, name))
    return made


def differences(before: WriteContext, after: WriteContext) -> Iterator[tuple[str, Path]]:
    """The texts and attributes that are not the same in two trees of the same shape, with the fields they came from."""
    document, other = _document(before), _document(after)
    for old, new in zip(before.root.iter(), after.root.iter(), strict=True):
        if _texts(old) != _texts(new):
            yield f"text of {old.tag!s}", document.field_of(old)
        for name in {*map(str, old.attrib), *map(str, new.attrib)}:
            if old.get(name) != new.get(name):
                holder, held = (document, old) if name in old.attrib else (other, new)
                yield f"{old.tag!s}/@{name}", holder.field_of(held, own_name(held, name))


def _document(context: WriteContext) -> Document:
    return Document(context.root, "", context.origins, "", "", context.attribute_origins)


def _texts(element: etree._Element) -> list[str | None]:
    return [element.text, *(child.tail for child in element)]


def shape(context: WriteContext) -> list[object]:
    """The elements in order, with their fields: text that is changed may put parts that are found in it in another order."""
    return [(one.tag, context.origins.get(one)) for one in context.root.iter()]


def related(one: Path, other: Path) -> bool:
    """Whether one field is the other, or holds it."""
    return one[: len(other)] == other or other[: len(one)] == one


def accounted(what: str, field: Path, path: Path) -> bool:
    """Whether what a field changes came from it; an attribute from that very field if it says nothing else."""
    if "@" in what and len(field) < len(path):
        several = isinstance(path[-1], int) or path[-1] in Date.model_fields or what.startswith("pub-date/@")
        return several and related(field, path)
    return related(field, path)


_TOGETHER = {
    ("year_suffix", ("year",)),  # 2020 and a
    ("organization", ("number",)),  # ISO 9001 without the ISO that is said before it
    ("type", ("format",)),  # in JATS 1.0 one attribute says both
    ("format", ("type",)),
}
"""Pairs of fields of which one text or attribute is made."""


def explained(what: str, field: Path, path: Path) -> bool:
    """Whether a field may change what came from another one."""
    if path[-1] == "language" and len(path) == (3 if path[0] in PARTS else 1):
        return what.endswith("lang")  # the language of the article decides which other languages are said
    if path[-1] == "id":
        return what.endswith(("/@rid", "/@id"))  # pointers, and numbers that are free
    if path[-1] == "label":
        return what in (
            "text of label",
            "text of xref",
        )  # other labels are numbers that are free; pointers print labels
    if field[:1] == ("translations",) and field[2:3] == path[:1]:
        return True  # what the article says in the language of a translation is said there too
    return (path[-1], field[-1:]) in _TOGETHER


@examples(30, *HealthCheck)
@given(article=articles(), data=st.data())
def test_what_a_field_changes_comes_from_that_field(article: Article, data: st.DataObject) -> None:
    paths = list(changeable(article))
    for path in data.draw(st.lists(st.sampled_from(paths), max_size=4, unique=True)) if paths else ():
        other = changed(article, path)
        for variant in VARIANTS:
            before, after = write(article, variant), write(other, variant)
            if shape(before) != shape(after):
                event("another element is written")
            else:
                assert unaccounted(before, after, path) == [], (variant, show_path(path))


def unaccounted(before: WriteContext, after: WriteContext, path: Path) -> list[tuple[str, str]]:
    """What a changed field changed without being where it came from."""
    return [
        (what, show_path(field))
        for what, field in differences(before, after)
        if not (accounted(what, field, path) or explained(what, field, path))
    ]


@pytest.mark.slow
@pytest.mark.parametrize("variant", ["publishing-1.4-mathml3", "archiving-1.0-mathml2"])
def test_so_it_is_for_each_field_of_the_sample_of_everything(variant: str) -> None:
    source = ROOT / "samples" / "04-everything" / "article.yaml"
    article = read_article(source.read_bytes(), str(source), Options()).article
    assert article is not None
    before, compared = write(article, variant), 0
    lost = {loss.path for loss in before.losses}
    one_of_a_kind = {path[-2:]: path for path in changeable(article) if path not in lost}
    groups = together(one_of_a_kind.values())
    while groups:
        paths = groups.pop()
        other = article
        for path in paths:
            other = changed(other, path)
        after = write(other, variant)
        if shape(before) == shape(after):
            compared += len(paths)
            off = [set(unaccounted(before, after, path)) for path in paths]
            assert set.intersection(*off) == set(), [show_path(path) for path in paths]
        elif len(paths) > 1:  # one of them made another element
            groups += [paths[::2], paths[1::2]]
    assert compared > len(one_of_a_kind) * 0.8


def together(paths: Iterable[Path]) -> list[list[Path]]:
    """The paths in few groups, which are quicker than each alone: in a group each is of another field of the article."""
    by_field: dict[object, list[Path]] = defaultdict(list)
    for path in paths:
        by_field[path[0]].append(path)
    return [[path for path in group if path is not None] for group in zip_longest(*by_field.values())]


class SaidByField(Said):
    """What the elements and attributes of a field say themselves, without what is inside the elements."""

    def __init__(self, article: Article, context: WriteContext) -> None:
        super().__init__(article, context)
        self.values: dict[Path, list[str]] = defaultdict(list)
        document = _document(context)
        for element in context.root.iter():
            texts = [text for text in _texts(element) if text]
            self.values[document.field_of(element)] += [*texts, "".join(texts)]
            for name, value in element.attrib.items():
                self.values[document.field_of(element, own_name(element, str(name)))].append(str(value))

    def _holds(self, path: Path, text: str) -> bool:
        if "references" in path or "reference" in path or any(name in path for name in SHARED):
            return super()._holds(path, text)  # fields are marked in what is printed; what is equal is written once
        return any(text in value for field, values in self.values.items() if related(field, path) for value in values)


@examples(30, *HealthCheck)
@given(article=articles())
def test_every_value_is_written_for_its_own_field_or_reported_as_lost(article: Article) -> None:
    for variant in VARIANTS:
        context = write(article, variant)
        lost = [loss.path for loss in context.losses]
        unsaid = [one for one in SaidByField(article, context).unsaid() if not covered(one[0], lost)]
        assert not unsaid, (variant, [(show_path(path), text) for path, text in unsaid])
