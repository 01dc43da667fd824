"""The fields of front matter → the fields of the article file; what only programs need is named once, the rest is noted."""

from __future__ import annotations

import re
from functools import cache

from jats.draft import List, Map, Node, Text
from jats.findings import Note, Place
from jats.importers import codes
from jats.importers.front_matter.funding import funding_of
from jats.importers.front_matter.people import People
from jats.importers.front_matter.values import field, first_text, items, key_of, running, texts_in
from jats.importers.tables import importer_rows

_RUNNING = frozenset(("title", "subtitle", "abstract", "acknowledgements", "data_availability", "conflict_of_interest"))
_PROGRAM_DATES = frozenset(("today", "now", "last-modified"))
_CITATION = {
    "container-title": "journal.title", "container-title-short": "journal.abbreviation", "collection-title": "series",
    "publisher": "journal.publisher.name", "publisher-location": "journal.publisher.place", "issn": "journal.issn",
    "eissn": "journal.issn.electronic", "pissn": "journal.issn.print", "volume": "volume", "issue": "issue",
    "page": "pages", "page-first": "pages.first", "page-last": "pages.last", "doi": "doi", "issued": "published",
    "pmid": "ids.pmid", "pmcid": "ids.pmcid", "url": "url", "subject": "subjects", "language": "language",
    "article-id": "ids.publisher-id", "elocation-id": "elocation_id", "jats-type": "type",
}  # fmt: skip
_VENUE = {
    "title": "journal.title", "short-title": "journal.abbreviation", "url": "journal.url", "issn": "journal.issn",
    "publisher": "journal.publisher.name", "volume": "volume", "issue": "issue", "doi": "journal.ids.doi",
}  # fmt: skip
_LICENCE = {"type": "type", "url": "url", "link": "url", "text": "text", "name": "name", "id": "name"}


class Maker:
    """Fills one draft from the front matter of a page, and then from that of its project."""

    def __init__(self, draft: Map, note: Note) -> None:
        self.draft = draft
        self.note = note
        self.people = People(note)
        self.left_out: dict[str, Place] = self.people.left_out

    def read(self, fields: Map) -> None:
        """Every field; those that the draft has already are kept."""
        self.people.affiliations(field(fields, "affiliations", "institute", "institutes"))
        for key, value in fields.items.items():
            plain = key_of(key)
            to = _fields().get(plain)
            if to == "-":
                self.left_out.setdefault(key, value.place)
            elif to == "!":
                reader = _READERS.get(plain)
                if reader is not None:
                    reader(self, value)
            elif to is None or not self._put(to, value):
                self._unplaced(key, value)

    def finish(self) -> Map:
        """The affiliations, and what was left out."""
        abstracts = self.draft.items.get("abstract")
        only = abstracts.items[0] if isinstance(abstracts, List) and len(abstracts.items) == 1 else None
        if isinstance(only, Map) and "type" not in only.items:
            self.draft.items["abstract"] = only.items["text"]
        listed = self.people.listed()
        if listed is not None:
            self.draft.put("affiliations", listed)
        if self.left_out:
            place = min(self.left_out.values())
            self.note(codes.left_out(place, (), list(self.left_out), "these are for programs, not of the article"))
        return self.draft

    def _put(self, to: str, value: Node) -> bool:
        """Whether a value was put in the field that a dotted path names; one that is there already counts as put."""
        root, _, below = to.partition(".")
        if root == "abstract":
            return self.abstract(value, below)
        if root == "keywords":
            terms = [*texts_in(value)]
            if terms and "keywords" not in self.draft.items:
                self.draft.put("keywords", List([*terms], terms[0].place) if isinstance(value, List) else terms[0])
            return bool(terms)
        found = [*texts_in(value)]
        if len(found) != 1:
            return False
        text = found[0]
        if to == "published" and str(text.value).strip().lower() in _PROGRAM_DATES:
            return False
        self.put_path(to.split("."), running(text) if root in _RUNNING else text)
        return True

    def put_path(self, path: list[str], text: Text) -> None:
        """A text at a path, unless something is there already."""
        node = self.draft
        for step in path[:-1]:
            below = node.items.get(step)
            if below is None:
                below = Map(text.place)
                node.put(step, below)
            if not isinstance(below, Map):
                self.note(codes.not_placed(text.place, (), ".".join(path), str(text.value)))
                return
            node = below
        if path[-1] not in node.items:
            node.put(path[-1], text)

    def abstract(self, value: Node, kind: str) -> bool:
        """An abstract, or one of another kind; several kinds are a list."""
        found = [running(text) for text in texts_in(value)]
        if not found:
            return False
        body = Text("\n\n".join(str(text.value) for text in found), found[0].place)
        made = Map(value.place)
        if kind:
            made.put("type", Text(kind, value.place))
        made.put("text", body)
        have = self.draft.items.get("abstract")
        some = list(have.items) if isinstance(have, List) else []
        if any(isinstance(one, Map) and (("type" in one.items) == bool(kind)) and _kind(one) == kind for one in some):
            return True
        self.draft.put("abstract", List([*some, made], some[0].place if some else value.place))
        return True

    def _unplaced(self, key: str, value: Node) -> None:
        said = "; ".join(str(text.value) for one in items(value) for text in _all_texts(one))
        if said:
            self.note(codes.not_placed(value.place, (), key, said))

    # --- fields that are read in their own way

    def authors(self, value: Node) -> None:
        """The authors; those of the page before those of its project."""
        made = self.people.authors(value)
        if made is not None and "authors" not in self.draft.items:
            self.draft.put("authors", made)

    def fund(self, value: Node) -> None:
        """Grants and statements on funding."""
        for key, node in funding_of(value, self.note).items():
            if key not in self.draft.items:
                self.draft.put(key, node)

    def licence(self, value: Node) -> None:
        """One licence or several; the licence of the code is not the article's."""
        content = field(value, "content", "text-and-figures") or value
        if isinstance(value, Map) and (code := field(value, "code")) is not None:
            self._unplaced("license of the code", code)
        made: list[Node] = []
        for one in items(content):
            if isinstance(one, Text):
                made.append(one)
            elif isinstance(one, Map):
                kept = Map(one.place)
                for key, text in one.items.items():
                    ours = _LICENCE.get(key_of(key))
                    if ours and isinstance(text, Text):
                        kept.put(ours, text)
                    else:
                        self._unplaced(f"license {key}", text)
                made.append(kept)
        if made and "license" not in self.draft.items:
            self.draft.put("license", List(made, made[0].place) if len(made) > 1 else made[0])

    def rights(self, value: Node) -> None:
        """The copyright, as a line or in parts."""
        if isinstance(value, Text):
            self.put_path(["copyright"], value)
            return
        for key, given in value.items.items() if isinstance(value, Map) else ():
            text = first_text(given)
            if key_of(key) == "year" and text is not None:
                years = [
                    Text(year, text.place) for one in texts_in(given) for year in re.findall(r"\d{4}", str(one.value))
                ]
                holder = self.draft.items.setdefault("copyright", Map(value.place))
                if isinstance(holder, Map) and years:
                    holder.put("year", List([*years], years[0].place))
            elif key_of(key) in ("statement", "holder") and text is not None:
                self.put_path(["copyright", key_of(key)], text)
            else:
                self._unplaced(f"copyright {key}", given)

    def citation(self, value: Node) -> None:
        """How Quarto says that the article is cited."""
        self._mapped(value, _CITATION, "citation")

    def venue(self, value: Node) -> None:
        """The journal, as MyST names it."""
        if isinstance(value, Text):
            self.put_path(["journal", "title"], value)
        else:
            self._mapped(value, _VENUE, "venue")

    def _mapped(self, value: Node, table: dict[str, str], name: str) -> None:
        for key, given in value.items.items() if isinstance(value, Map) else ():
            to, text = table.get(key_of(key)), first_text(given)
            if key_of(key) in ("type", "categories"):
                self.left_out.setdefault(f"{name} {key}", given.place)
            elif to and text is not None:
                self.put_path(to.split("."), text)
            else:
                self._unplaced(f"{name} {key}", given)

    def first_page(self, value: Node) -> None:
        """The first page."""
        if text := first_text(value):
            self.put_path(["pages", "first"], text)

    def last_page(self, value: Node) -> None:
        """The last page."""
        if text := first_text(value):
            self.put_path(["pages", "last"], text)

    def abbreviations(self, value: Node) -> None:
        """Words and what they stand for, as a glossary."""
        if isinstance(value, Map) and value.items and "glossary" not in self.draft.items:
            self.draft.put("glossary", value)

    def author_note(self, value: Node) -> None:
        """What apaquarto says of the authors: their disclosures."""
        disclosures = field(value, "disclosures")
        for key, given in disclosures.items.items() if isinstance(disclosures, Map) else ():
            text = first_text(given)
            if text is None:
                continue
            to = {"conflict-of-interest": "conflict_of_interest", "data-sharing": "data_availability"}.get(key_of(key))
            if key_of(key) == "financial-support":
                to = "funding_statement"
            if to:
                self.put_path([to], running(text))
            else:
                self._unplaced(f"author-note {key}", given)

    def parts(self, value: Node) -> None:
        """Parts of the text that MyST lets one write in the front matter."""
        for key, given in value.items.items() if isinstance(value, Map) else ():
            to = _fields().get(key_of(key), "")
            if to in ("", "-", "!") or not self._put(to, given):
                self._unplaced(f"part {key}", given)


_READERS = {
    "author": Maker.authors, "authors": Maker.authors, "funding": Maker.fund, "license": Maker.licence, "licence": Maker.licence,
    "copyright": Maker.rights, "citation": Maker.citation, "venue": Maker.venue, "first-page": Maker.first_page,
    "last-page": Maker.last_page, "abbreviations": Maker.abbreviations, "author-note": Maker.author_note, "parts": Maker.parts,
}  # fmt: skip


@cache
def _fields() -> dict[str, str]:
    table = {key: to for keys, to in importer_rows("front_matter") for key in keys.split()}
    return table | {"copyright": "!"} | {f"{kind}": f"ids.{kind}" for kind in ("arxiv", "pmid", "pmcid")}


def part_field(name: str) -> str | None:
    """The field of a part of the text that names itself."""
    to = _fields().get(key_of(name), "")
    return to if to and to not in "-!" else None


def _kind(abstract: Map) -> str:
    kind = abstract.items.get("type")
    return str(kind.value) if isinstance(kind, Text) else ""


def _all_texts(node: Node) -> list[Text]:
    if isinstance(node, Text):
        return [node]
    below = node.items if isinstance(node, List) else list(node.items.values())
    return [text for one in below for text in _all_texts(one)]
