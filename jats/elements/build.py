"""How an element is made: `element()` puts children in the schema's order, leaves out what is absent, and remembers which
field made it; what the version or tag set can't hold is left out and reported, so that nothing written is misplaced."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from lxml import etree

from jats.draft import Path
from jats.elements.shapes import NO_NAME, Grammar, Shape, attribute_of, prefixed, shape_of
from jats.vocab.namespaces import NAMESPACES, expanded

Element = etree._Element
Child = Element | str | None
Children = Child | Iterable[Child]

Attributes = dict[str, "str | tuple[str | None, Cursor] | None"]
"""Values by prefixed name. A value that comes from a field of its own is given with that field; `None` is left out."""

_XLINK = {"xlink": NAMESPACES["xlink"]}

TO_CUSTOM_META = "as custom-meta"
"""Where a value goes that has no element of its own."""


@dataclass(frozen=True, slots=True)
class Loss:
    """A field that the variant can't hold: what was to be written, and where."""

    path: Path
    tag: str
    parent: str
    moved: str | None = None
    """Where its text went instead, in words; `None` if it was left out."""
    carried: bool = False
    """Whether it was given in JATS's own markup, of which any part may be lacking."""


def _article() -> Element:
    spaces = {prefix: uri for prefix, uri in NAMESPACES.items() if prefix != "xml"}
    return etree.Element("article", nsmap=spaces)


@dataclass(slots=True)
class WriteContext:
    """What is true of one document being written."""

    grammar: Grammar
    version: str
    tag_set: str
    language: str | None = None
    forms: Mapping[str, str] = field(default_factory=dict)
    """What the targets ask for if services differ: the form of each choice."""
    choices: set[str] = field(default_factory=set)
    """The choices that this document has: without an ORCID iD it has none of its form."""
    losses: list[Loss] = field(default_factory=list)
    origins: dict[Element, Path] = field(default_factory=dict)
    attribute_origins: dict[Element, dict[str, Path]] = field(default_factory=dict)
    """By prefixed name, the fields of attributes that do not come from the field of their element."""
    ids: set[str] = field(default_factory=set)
    """Identifiers that elements have already."""
    repeated: set[str] = field(default_factory=set)
    """Identifiers that articles inside the article have from it, and so must change."""
    numbered: dict[str, int] = field(default_factory=dict)
    """The next number to try for an identifier, by what is before it."""
    lost_ids: set[str] = field(default_factory=set)
    """Identifiers of carried elements that the variant can't hold."""
    renamed: dict[str, str] = field(default_factory=dict)
    """Identifiers that had to be changed, by how they were given."""
    pointers: list[tuple[Element, str, Path]] = field(default_factory=list)
    """Elements that point to others, the attribute by which they do, and the field that says so."""
    aside: list[tuple[Path, str]] = field(default_factory=list)
    """Values without an element of their own, with their fields, for `<custom-meta>`."""
    faults: list[tuple[Path, str]] = field(default_factory=list)
    """What is wrong with the data itself, in words, by its field: a pointer to nothing."""
    remarks: list[tuple[Path, str]] = field(default_factory=list)
    """What a reader of the file should know, in words, by the field concerned."""
    composed: list[Path] = field(default_factory=list)
    """References whose printed text was made of their fields."""
    unsaid: list[tuple[Path, str]] = field(default_factory=list)
    """References written as fields alone, whose printed text says more, with those words."""
    unfielded: list[Path] = field(default_factory=list)
    """References that stay as printed, though fields were asked for."""
    root: Element = field(default_factory=_article)
    """The article, empty at first."""
    make: Callable[..., Element] = field(init=False)
    """Makes elements in the article's own document: a document for each would take thrice the time."""

    def __post_init__(self) -> None:
        self.make = self.root.makeelement

    @property
    def variant(self) -> str:
        """The version and tag set in words: `JATS 1.3 Publishing`."""
        return f"JATS {self.version} {self.tag_set.capitalize()}"

    def wants(self, choice: str, form: str) -> bool:
        """Whether a target asks for that form; the choice is then one that the document has."""
        return self.form(choice) == form

    def form(self, choice: str) -> str | None:
        """The form that is asked for, None for the usual one; the choice is then one that the document has."""
        self.choices.add(choice)
        return self.forms.get(choice)

    def forget(self, made: Element) -> list[Path]:
        """Forget an element that is not written after all, and return its field and those of its attributes."""
        own = self.origins.pop(made, None)
        return [*([] if own is None else [own]), *self.attribute_origins.pop(made, {}).values()]


class Cursor:
    """The field that is being written: `at / "authors" / 0` goes down."""

    # Not a frozen dataclass, though it is one in all but name: there is one for every value, and those cost three times as much.
    __slots__ = ("context", "path")

    def __init__(self, context: WriteContext, path: Path = ()) -> None:
        self.context = context
        self.path = path

    def __truediv__(self, step: str | int) -> Cursor:
        return Cursor(self.context, (*self.path, step))

    def can(self, parent: str, child: str) -> bool:
        """Whether this variant lets `child` be in `parent`."""
        return child in self.context.grammar.children(parent)

    def repeats(self, parent: str, child: str) -> bool:
        """Whether this variant lets more than one `child` be in `parent`."""
        return shape_of(self.context.grammar, parent).children.get(expanded(child), False)

    def has(self, parent: str, attribute: str) -> bool:
        """Whether this variant has that attribute there."""
        return self.context.grammar.attribute(parent, attribute) is not None

    def takes(self, parent: str, attribute: str, value: str) -> bool:
        """Whether this variant has that attribute there and it may have that value."""
        return attribute_of(self.context.grammar, parent, attribute).takes(value)

    def lose(self, tag: str, parent: str, moved: str | None = None) -> None:
        """Report that the field of this place can't be written as `tag` in `parent`."""
        self.context.losses.append(Loss(self.path, tag, parent, moved))

    def to_custom_meta(self, value: str, tag: str, parent: str) -> None:
        """Report the same; the value becomes a `<custom-meta>` if the variant has that, else it is left out."""
        if not value:
            return
        if self.can("article-meta", "custom-meta-group"):
            self.context.aside.append((self.path, value))
            self.lose(tag, parent, TO_CUSTOM_META)
        else:
            self.lose(tag, parent)

    def refuse(self, message: str) -> None:
        """Report that the field of this place is wrong, so that no file can be made."""
        self.context.faults.append((self.path, message))

    def identify(self, wanted: str | None, stem: str, parent: str) -> str:
        """An identifier that nothing in the document has yet: the wanted one if it can be, else `stem` with a number.

        A wanted one that is not an XML name, or is taken, is changed and reported.
        """
        taken = self.context.ids
        named = "" if wanted is None else NO_NAME.sub("_", wanted)
        if named and not (named[0].isalpha() or named[0] == "_"):
            named = stem + named
        made = (
            named if named and named not in taken else self._numbered(f"{named}-" if named else stem, 2 if named else 1)
        )
        taken.add(made)
        if wanted is not None and made != wanted and wanted not in self.context.repeated:
            self.lose("@id", parent, f"as {made}")
            if (given := NO_NAME.sub("_", wanted)) not in taken:
                self.context.renamed[given] = made
        return made

    def _numbered(self, start: str, first: int) -> str:
        """The start with the next number that makes it new."""
        last, taken = self.context.numbered, self.context.ids
        for number in count(last.get(start, first)):
            if f"{start}{number}" not in taken:
                break
        last[start] = number + 1
        return f"{start}{number}"


def element(tag: str, at: Cursor, attributes: Attributes | None = None, *children: Children) -> Element | None:
    """An element, or `None` if it would hold nothing that was given.

    Absent attributes and children (`None`, empty) are left out; those that the variant doesn't know are reported as lost.
    Children are in the order of the schema if it has one, else as given.
    """
    flat = _flatten(children)
    if not flat and not attributes:
        return None
    made = empty_element(tag, at, attributes)
    if flat:
        _fill(made, shape_of(at.context.grammar, tag), at, flat)
    if made.text is None and not len(made) and not made.attrib:
        at.context.forget(made)
        return None
    return made


def text_element(tag: str, at: Cursor, step: str | int, text: str | None) -> Element | None:
    """`element(tag, at / step, None, text)`, the commonest case, in a third of the time."""
    if not text:
        return None
    context = at.context
    shape = shape_of(context.grammar, tag)
    if not shape.mixed:
        return element(tag, at / step, None, text)
    made = context.make(shape.name, None, shape.spaces)
    made.text = text
    context.origins[made] = (*at.path, step)
    return made


def append_child(
    parent: Element, tag: str, at: Cursor, way: Path, text: str | None = None, attributes: dict[str, str] | None = None
) -> Element:
    """Put an element for the field `way` at the end of one that is known to take it there: the cheapest of all."""
    made: Element = etree.SubElement(parent, tag, attributes)
    if text:
        made.text = text
    at.context.origins[made] = at.path + way
    return made


def empty_element(tag: str, at: Cursor, attributes: Attributes | None = None) -> Element:
    """An element without content, which says something by being there: `<anonymous/>`, `<etal/>`."""
    context = at.context
    shape = shape_of(context.grammar, tag)
    if attributes is None:
        made = context.make(shape.name, None, shape.spaces)
    else:
        made = context.make(shape.name, None, _XLINK if "xlink:href" in attributes else shape.spaces)
    context.origins[made] = at.path
    if attributes:
        set_attributes(made, tag, at, attributes)
    return made


def extend(made: Element, tag: str, at: Cursor, *children: Children) -> None:
    """Put children into an element, as `element` does."""
    _fill(made, shape_of(at.context.grammar, tag), at, _flatten(children))


def set_attributes(made: Element, tag: str, at: Cursor, attributes: Attributes) -> None:
    """Give an element its attributes; `at` is the field of those that are given without one.

    An attribute that the variant does not have there is reported as lost. A value that the attribute cannot have goes to
    `<custom-meta>`.
    """
    grammar, own = at.context.grammar, at.context.origins.get(made)
    for name, given in attributes.items():
        value, here = given if isinstance(given, tuple) else (given, at)
        if value is None:
            continue
        known = attribute_of(grammar, tag, name)
        if known.type == "CDATA" or known.takes(value):
            made.set(known.name, value)
            if here.path != own:
                at.context.attribute_origins.setdefault(made, {})[name] = here.path
        elif known.type is None:
            here.lose("@" + name, tag)
        else:
            here.to_custom_meta(value, f"@{name} of that kind", tag)


def _flatten(children: Sequence[Children]) -> list[Element | str]:
    flat: list[Element | str] = []
    for child in children:
        if child is None or child == "":
            continue
        if isinstance(child, (str, etree._Element)):
            flat.append(child)
        else:
            flat += [one for one in child if one is not None and one != ""]
    return flat


def _fill(made: Element, shape: Shape, at: Cursor, children: list[Element | str]) -> None:
    if len(children) == 1 and isinstance(children[0], str) and shape.mixed and made.text is None:
        made.text = children[0]
        return
    named = [("" if isinstance(child, str) else str(child.tag), child) for child in children]
    ranks = shape.ranks
    if ranks is not None and len(named) > 1:
        named.sort(key=lambda pair: ranks.get(pair[0], -1))
    once: set[str] = set()
    for name, child in named:
        if isinstance(child, str):
            _fill_text(child, made, shape, at)
        elif shape.children.get(name) or _may_stand(name, shape, once):
            made.append(child)
        else:
            lose_all(child, shape.tag, at)


def _fill_text(text: str, made: Element, shape: Shape, at: Cursor) -> None:
    if shape.mixed:
        add_text(made, text)
    else:
        at.lose("#text", shape.tag)


def add_text(made: Element, text: str | None) -> None:
    """Put text at the end of an element, after the children that it has already."""
    last = next(made.iterchildren(reversed=True), None)  # len() would count all children
    if text and last is not None:
        last.tail = (last.tail or "") + text
    elif text:
        made.text = (made.text or "") + text


def _may_stand(name: str, shape: Shape, once: set[str]) -> bool:
    """Whether the schema has a child there that can't be repeated; `once` gathers those that are there already."""
    if name not in shape.children or name in once:
        return False
    once.add(name)
    return True


def lose_all(child: Element, parent: str, at: Cursor) -> None:
    """Report an element, and all the fields in it, as without a place in `parent`."""
    tag = prefixed(child)
    paths = [path for inner in child.iter() for path in at.context.forget(inner)]
    at.context.lost_ids.update(identifier for inner in child.iter() if (identifier := inner.get("id")))
    narrower = [path for path in dict.fromkeys(paths) if len(path) > len(at.path)]
    for path in _widest(narrower) or [at.path]:
        at.context.losses.append(Loss(path, tag, parent))


def _widest(paths: list[Path]) -> list[Path]:
    """The paths that no other one holds."""
    return [path for path in paths if not any(path != other and path[: len(other)] == other for other in paths)]
