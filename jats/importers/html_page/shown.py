"""What a page shows of its article in parts that it marks: the themes of OJS 2 and 3, and pages that are made alike."""

from __future__ import annotations

import re
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
    inline,
    is_shown,
    plain_text,
    running_text,
    tidied,
)
from jats.importers.html_page.parts import LEFT_OUT, part_of
from jats.importers.html_page.said import Author, Group, Pool, Rank, Said

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_ORCID = re.compile(r"\b\d{4}-\d{4}-\d{4}-\d{3}[\dXx]\b")
_LABEL_END = re.compile(r"[:：.]?\s*$")
_SINGLE = {
    "subtitle": "subtitle", "doi": "doi", "published": "published", "received": "received", "accepted": "accepted",
    "how_to_cite": "how_to_cite", "section": "section", "pages": "pages", "data_availability": "data_availability",
    "plain_language": "plain_language", "funding": "funding_statement",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, item or cell of the page: its running text, where it starts, and what it is."""

    text: str
    place: Place
    kind: str = "text"


@dataclass(slots=True)
class Shown:
    """What is seen of a page besides the parts that went into the pool: other text, and menus and the like."""

    blocks: list[Block] = field(default_factory=list)
    furniture: list[Block] = field(default_factory=list)


def read_shown(page: Page, pool: Pool) -> Shown:
    """Put the marked parts into the pool; the rest of the text is returned as blocks."""
    reader = _Reader(page, pool, holders(page.root, lambda node: node.name in BLOCKS))
    reader.walk(_container(page.root), 0)
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
                self.shown.furniture.append(Block(text, self.page.place(child)))
        elif part and self._read(part, child):
            self._flush(run)
        elif child.name in BLOCKS or id(child) in self.with_blocks:
            self._flush(run)
            if child.name == "h1":
                self.pool.add("heading", self.said("the first heading", running_text(child), child))
            if child.name in _HEADINGS:
                self._block(child, "heading")
            else:
                self.walk(child, depth + 1)
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
        if not run:
            return
        pieces = "".join(piece for node in run for piece in inline(node))
        for line in pieces.split("\n"):
            if text := tidied(line):
                self.shown.blocks.append(Block(text, self.page.place(run[0])))
        run.clear()

    def _block(self, node: Node, kind: str) -> None:
        if text := running_text(node):
            self.shown.blocks.append(Block(text, self.page.place(node), kind))

    # --- parts, each named as in the table

    def _title(self, node: Node) -> bool:
        text = running_text(node)
        is_title = bool(text) and (node.name == "h1" or attribute(node, "id").lower() == "articletitle")
        if is_title:
            self.pool.add("title", self.said("the title on the page", text, node))
        return is_title

    def _single(self, part: str, node: Node) -> bool:
        paragraphs = self.paragraphs(node)
        text = " ".join(said.text for said in paragraphs)
        if part == "published":
            text = _without_versions(text)
        if text:
            place = paragraphs[0].place
            self.pool.add(_SINGLE[part], Said(f"{part.replace('_', ' ')} on the page", text, place, Rank.SHOWN))
        return True

    def _issue(self, node: Node) -> bool:
        for said in self.paragraphs(node):
            self.pool.add("issue_line", said)
        return True

    def _abstract(self, node: Node) -> bool:
        paragraphs = self.paragraphs(node)
        if paragraphs:
            text = "\n\n".join(said.text for said in paragraphs)
            language = attribute(node, "lang")
            self.pool.add("abstract", Said("the abstract on the page", text, paragraphs[0].place, Rank.SHOWN, language))
        return bool(paragraphs)

    def _keywords(self, node: Node) -> bool:
        for said in self.paragraphs(node):
            self.pool.add("keywords", said)
        return True

    def _references(self, node: Node) -> bool:
        for said in self.paragraphs(node):
            self.pool.add("reference", said)
        return True

    def _licence(self, node: Node) -> bool:
        for one in (node, *elements(node)):
            address = attribute(one, "href")
            if one.name == "a" and ("license" in attribute(one, "rel") or "creativecommons.org/" in address):
                self.pool.add("licence", self.said("the licence on the page", address, one))
        for said in self.paragraphs(node):
            to = "copyright" if re.match(r"(?:copyright|©|\(c\))", said.text, re.IGNORECASE) else "licence_text"
            self.pool.add(to, said)
        return True

    def _biographies(self, node: Node) -> bool:
        for said in self.paragraphs(node):
            self.pool.unplaced.append(said)
        return True

    def _authors(self, node: Node) -> bool:
        """The people that an element lists, one in each of its items, or one after the other."""
        found = [one for one in elements(node) if part_of(one) == "name"]
        if not found:
            line = tidied(" ".join(said.text for said in self.paragraphs(node)))
            if line:
                self.pool.add("authors_line", self.said("the authors on the page", line, node))
            return bool(line)
        for one in elements(node):
            self._of_author(part_of(one), one)
        return True

    def _author(self, node: Node) -> bool:
        if any(part_of(one) == "name" for one in elements(node)):
            return self._authors(node)
        return False

    def _of_author(self, part: str, node: Node) -> None:
        text = plain_text(node)
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

    def paragraphs(self, node: Node) -> list[Said]:
        """The paragraphs of a part without its label: its first heading, or words that end with a colon."""
        inner = _Reader(self.page, Pool(), self.with_blocks)
        inner.walk_plain(node, 0)
        blocks = inner.shown.blocks
        if blocks and blocks[0].kind in ("heading", "label") and len(blocks) > 1:
            blocks = blocks[1:]
        return [Said("the page", block.text, block.place, Rank.SHOWN) for block in blocks if block.kind != "label"]

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
