"""What a page shows of its article in parts that it marks: the themes of OJS 2 and 3, and pages that are made alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from justhtml import Node, Text

from jats.findings import Place
from jats.importers.html_page.page import (
    BLOCKS,
    DEEPEST,
    Page,
    attribute,
    elements,
    holders,
    is_shown,
    marked_text,
    notation,
    plain_text,
    running_text,
)
from jats.importers.html_page.parts import LEFT_OUT, part_of
from jats.importers.html_page.said import Author, Group, Pool, Rank, Said
from jats.importers.marked import Marked
from jats.importers.passages import Passage
from jats.importers.text_page.languages import language_of

_FEW = 20
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_ORCID = re.compile(r"\b\d{4}-\d{4}-\d{4}-\d{3}[\dXx]\b")
_COPYRIGHT = re.compile(r"^copyright\b|^[^.]{0,40}(?:©|\(c\))", re.IGNORECASE)
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_DEED = re.compile(r"creativecommons\.org/(?:licenses|publicdomain)/", re.IGNORECASE)
_LABEL = re.compile(r"[^:：]{2,60}[:：]\s*")
_SINGLE = {
    "subtitle": "subtitle", "doi": "doi", "published": "published", "received": "received", "accepted": "accepted",
    "how_to_cite": "how_to_cite", "section": "section", "pages": "pages", "data_availability": "data_availability",
    "funding": "funding_statement",
}  # fmt: skip


@dataclass(slots=True)
class Shown:
    """What is seen of a page besides the values that went into the pool.

    `texts` are marked parts with running text, by the name of the part; `passages` are the other text; `furniture` is menus and
    the like.
    """

    texts: list[tuple[str, str, list[Passage]]] = field(default_factory=list)
    """Part, language if the page says it, and the passages."""
    passages: list[Passage] = field(default_factory=list)
    furniture: list[Passage] = field(default_factory=list)


def read_shown(page: Page, pool: Pool) -> Shown:
    """Put the marked parts into the pool; the rest of the text is returned as blocks."""
    reader = _Reader(page, pool, holders(page.root, lambda node: node.name in BLOCKS))
    container = _container(page.root)
    first = [node for node in elements(container) if node.name == "h1" and part_of(node) != LEFT_OUT]
    reader.title = first[0] if len(first) == 1 else None
    reader.walk(container, 0)
    if not pool.ranked("licence"):
        reader.find_licence(container)
    if reader.authors:
        pool.people.append(Group(Rank.SHOWN, reader.authors))
    return reader.shown


def _container(root: Node) -> Node:
    """The element that contains the article, if the page marks it; else the whole page."""
    everything = list(elements(root))
    for choice in (_is_article, _is_main):
        found = [node for node in everything if choice(node)]
        if found and len(plain_text(found[0])) > 200:
            return found[0]
    return root


def _is_article(node: Node) -> bool:
    return part_of(node) == "article"


def _is_main(node: Node) -> bool:
    return node.name == "main" or attribute(node, "role") == "main"


class _Reader:
    """Walks the page once, from the top."""

    def __init__(self, page: Page, pool: Pool, with_blocks: set[int]) -> None:
        self.page = page
        self.pool = pool
        self.shown = Shown()
        self.authors: list[Author] = []
        self.with_blocks = with_blocks
        self.gap = False
        self.in_table = False
        self.title: Node | None = None

    def said(self, name: str, text: str, node: Node, language: str = "") -> Said:
        return Said(name, text, self.page.place(node), Rank.SHOWN, language)

    def walk(self, node: Node, depth: int) -> None:
        """Read an element's children: marked parts, other blocks, and runs of text between blocks."""
        run: list[Node] = []
        for child in node.children or ():
            if isinstance(child, Text) or child.name.startswith(("#", "!")):
                run.append(child)
            elif not is_shown(child):
                continue
            elif depth > DEEPEST:
                run.append(child)
            else:
                self._child(child, run, depth)
        self._flush(run)

    def _child(self, child: Node, run: list[Node], depth: int) -> None:
        part = part_of(child)
        if part == LEFT_OUT:
            self._flush(run)
            if text := plain_text(child):
                self.shown.furniture.append(Passage(Marked(text), self.page.place(child)))
        elif part and self._read(part, child):
            self._flush(run)
        elif child.name in BLOCKS or id(child) in self.with_blocks:
            self._flush(run)
            if child.name == "h1":
                self.pool.add("heading", self.said("the first heading", running_text(child), child))
            if child.name in _HEADINGS:
                self._block(child, "title" if child is self.title else "heading")
            else:
                outside = self.in_table
                self.in_table = child.name in ("td", "th") or (outside and child.name != "table")
                self.walk(child, depth + 1)
                self.in_table = outside
        else:
            run.append(child)

    def _read(self, part: str, node: Node) -> bool:
        """Whether the element was read as that part of the article."""
        if part in _SINGLE:
            return self._single(part, node)
        reader = getattr(self, f"_{part}", None)
        return bool(reader and reader(node))

    def _flush(self, run: list[Node]) -> None:
        """The text between two blocks, as lines where it is broken."""
        line: list[Node] = []
        for node in [*run, None]:
            if node is not None and node.name != "br":
                line.append(node)
            elif line:
                place = self.page.place(line[0])
                for _, text in marked_text(line).lines():
                    if text.text.strip():
                        self._add(text, place, "cell" if self.in_table else "")
                line = []
        self.gap = self.gap or bool(run)
        run.clear()

    def _add(self, text: Marked, place: Place, style: str) -> None:
        start = len(text.text) - len(text.text.lstrip())
        self.shown.passages.append(Passage(text.part(start, len(text.text.rstrip())), place, style, self.gap))
        self.gap = False

    def _block(self, node: Node, style: str) -> None:
        text = marked_text([node])
        if text.text.strip():
            self.gap = True
            self._add(
                Marked(text.text.replace("\n", " "), text.stretches).without_layout(), self.page.place(node), style
            )
            self.gap = True

    # --- parts, each named as in the table

    def _title(self, node: Node) -> bool:
        text = running_text(node)
        is_title = bool(text) and (node.name == "h1" or attribute(node, "id").lower() == "articletitle")
        if is_title:
            self.pool.add("title", self.said("the title on the page", text, node))
        return is_title or bool(text and node.name in _HEADINGS and self._translated_title(node, text))

    def _translated_title(self, node: Node, text: str) -> bool:
        """A further heading of the class of titles, in another language than the title before it."""
        before = [said for said in self.pool.ranked("title") if said.rank is Rank.SHOWN]
        language = language_of(text)
        differs = bool(before) and language is not None and language != language_of(before[0].text)
        if differs:
            self.pool.add("title_other", self.said("the title on the page", text, node, language or ""))
        return differs

    def _single(self, part: str, node: Node) -> bool:
        paragraphs = self.paragraphs(node)
        text = " ".join(said.text for said in paragraphs)
        if part == "published":
            text = _without_versions(text)
        elif part == "doi":
            found = _DOI.search(text)
            text = found[0] if found else ""
        if text:
            place = paragraphs[0].place
            self.pool.add(_SINGLE[part], Said(f"{part.replace('_', ' ')} on the page", text, place, Rank.SHOWN))
        return True

    def _issue(self, node: Node) -> bool:
        for said in self.paragraphs(node):
            self.pool.add("issue_line", said)
        return True

    def _abstract(self, node: Node) -> bool:
        return self._text("abstract", node)

    def _plain_language(self, node: Node) -> bool:
        return self._text("plain_language", node)

    def _text(self, part: str, node: Node) -> bool:
        passages = self._passages(node)
        if any(passage.style not in ("heading", "label") for passage in passages):
            self.shown.texts.append((part, attribute(node, "lang"), passages))
            return True
        return False

    def _keywords(self, node: Node) -> bool:
        for said in self.paragraphs(node):
            self.pool.add("keywords", said)
        return True

    def _references(self, node: Node) -> bool:
        for said in self.paragraphs(node, numbers=False):
            self.pool.add("reference", said)
        return True

    def find_licence(self, node: Node) -> None:
        """Put the addresses of licences that an element links to into the pool."""
        for one in (node, *elements(node)):
            address = attribute(one, "href")
            if one.name == "a" and ("license" in attribute(one, "rel") or _DEED.search(address)):
                self.pool.add("licence", self.said("the licence on the page", address, one))

    def _licence(self, node: Node) -> bool:
        self.find_licence(node)
        for said in self.paragraphs(node):
            to = "copyright" if _COPYRIGHT.search(said.text) else "licence_text"
            self.pool.add(to, said)
        return True

    def _biographies(self, node: Node) -> bool:
        """Each biography is after a heading with the author's name."""
        heading = "the page"
        for passage in self._passages(node):
            if passage.style in ("heading", "label"):
                heading = _one_line(passage.text.text)
            else:
                self.pool.add("biography", Said(heading, notation(passage.text), passage.place, Rank.SHOWN))
        return True

    def _authors(self, node: Node) -> bool:
        """The people that an element lists, one in each of its items, or one after the other."""
        inside = [(part_of(one), one) for one in elements(node)]
        wanted = "name" if any(part == "name" for part, _ in inside) else "author"
        if not any(part == wanted for part, _ in inside):
            line = _one_line(" ".join(said.text for said in self.paragraphs(node)))
            if line:
                self.pool.add("authors_line", self.said("the authors on the page", line, node))
            return bool(line)
        for part, one in inside:
            if part == wanted:
                self._of_author("name", one, _own_text(one) if wanted == "author" else plain_text(one))
            elif part not in ("name", "author"):
                self._of_author(part, one, plain_text(one))
        return True

    def _author(self, node: Node) -> bool:
        if any(part_of(one) == "name" for one in elements(node)):
            return self._authors(node)
        return False

    def _of_author(self, part: str, node: Node, text: str) -> None:
        if not text:
            return
        if part == "name":
            self.authors.append(Author(self.said("the author on the page", text.rstrip(" ,;"), node)))
        elif self.authors and part == "affiliation":
            self.authors[-1].affiliations.append(self.said("the affiliation on the page", text.rstrip(" ,;"), node))
        elif self.authors and part == "orcid" and (found := _ORCID.search(text + _addresses(node))):
            self.authors[-1].orcid = self.said("the ORCID iD on the page", found[0], node)
        elif self.authors and part == "email":
            self.authors[-1].emails.append(self.said("the e-mail address on the page", text, node))

    def paragraphs(self, node: Node, *, numbers: bool = True) -> list[Said]:
        """The paragraphs of a part without its label: its first heading, or words that end with a colon.

        Without `numbers`, numbers keep no marks.
        """
        found = self._passages(node)
        if found and found[0].style in ("heading", "label") and len(found) > 1:
            found = found[1:]
        return [
            Said(
                "the page",
                notation(passage.text if numbers else passage.text.without_marked_numbers()),
                passage.place,
                Rank.SHOWN,
            )
            for passage in found
            if passage.style != "label"
        ]

    def _passages(self, node: Node) -> list[Passage]:
        """The passages of a part."""
        inner = _Reader(self.page, Pool(), self.with_blocks)
        inner.walk_plain(node, 0)
        return [each for passage in inner.shown.passages for each in _labels_apart(passage)]

    def walk_plain(self, node: Node, depth: int) -> None:
        """As `walk`, for the inside of a part: only labels and furniture matter there."""
        run: list[Node] = []
        for child in node.children or ():
            if isinstance(child, Text) or child.name.startswith(("#", "!")) or depth > DEEPEST:
                run.append(child)
            elif not is_shown(child) or part_of(child) == LEFT_OUT:
                continue
            elif "label" in attribute(child, "class").split():
                self._flush(run)
                self._block(child, "label")
            elif child.name in _HEADINGS:
                self._flush(run)
                self._block(child, "heading")
            elif child.name in BLOCKS or id(child) in self.with_blocks:
                self._flush(run)
                self.walk_plain(child, depth + 1)
            else:
                run.append(child)
        self._flush(run)


def _addresses(node: Node) -> str:
    return " ".join(attribute(one, "href") for one in (node, *elements(node)))


def _without_versions(text: str) -> str:
    """The first date, where a list of versions follows it."""
    return text.split(" — ")[0].strip()


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _own_text(node: Node) -> str:
    """The text of an element without that of the marked parts and blocks in it: a name with its affiliation below."""
    return _one_line(" ".join(_own_pieces(node)))


def _own_pieces(node: Node, depth: int = 0) -> Iterator[str]:
    for child in node.children or ():
        if isinstance(child, Text) or child.name == "#text":
            yield str(child.data or "")
        elif is_shown(child) and child.name not in BLOCKS and not part_of(child) and depth < _FEW:
            yield from _own_pieces(child, depth + 1)


def _labels_apart(passage: Passage) -> Iterator[Passage]:
    """A passage; a label in bold at its start (`<b>Keywords:</b> tides`) is a passage of its own."""
    text = passage.text
    first = text.stretches[0] if text.stretches else (0, 0, frozenset[str]())
    found = _LABEL.match(text.text)
    if passage.style or found is None or first[0] or "b" not in first[2] or not first[1] <= found.end() <= first[1] + 2:
        yield passage
        return
    yield Passage(text.part(0, found.end()), passage.place, "label", passage.gap)
    rest = text.part(found.end(), len(text.text))
    if rest.text.strip():
        column = (passage.place.column or 1) + found.end()
        yield Passage(rest, Place(passage.place.file, passage.place.line, column))
