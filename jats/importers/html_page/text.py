"""The text of a page: marked parts by their language, and what has no mark is read as the lines of a text page are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from jats.draft import List, Map, Node, Text, texts
from jats.findings import Finding, Note, Place
from jats.importers import codes
from jats.importers.html_page import codes as html_codes
from jats.importers.html_page.alike import as_tag
from jats.importers.html_page.page import Page, attribute, elements, notation
from jats.importers.html_page.people import folded, is_same
from jats.importers.html_page.said import Pool, Rank, Said
from jats.importers.html_page.shown import Shown
from jats.importers.marked import Marked
from jats.importers.passages import Passage, divide, label_of, put_parts, read_passages
from jats.importers.tables import importer_rows
from jats.importers.text_page.labels import inner_labels
from jats.importers.text_page.languages import language_of

_LABELS = {"abstract": "Abstract", "plain_language": "Abstract"}
_LABELLED = frozenset(
    ("history", "abstract", "keywords", "references", "subjects", "license", "copyright", "funding_statement", "statements",
     "conflict_of_interest", "acknowledgements", "data_availability", "correspondence", "funding")
)  # fmt: skip
"""Fields that a label announces; others are taken from the text only if the page says nothing of the article elsewhere."""

_PEOPLE = ("orcid", "email", "corresponding", "degrees")
_MOST_LINES = 3


def read_texts(pool: Pool, shown: Shown, note: Note) -> Map:
    """Put the marked texts into the pool by their language; other fields that are in them are returned."""
    more = Map(Place("", 1))
    for part, language, passages in shown.texts:
        first = passages[0]
        name = f"the {part.replace('_', ' ')} on the page"
        if plain := _without_labels(passages):
            if first.style in ("heading", "label") and label_of(first.text.text)[0] != "abstract":
                _heading_of_text(pool, passages, language, note)
            words = "\n\n".join(notation(passage.text) for passage in plain)
            pool.add(part, Said(name, words, plain[0].place, Rank.SHOWN, language_of(words) or language))
            continue
        if label_of(first.text.text)[0] != "abstract":
            if first.style in ("heading", "label"):
                _heading_of_text(pool, passages, language, note)
            label = Passage(Marked(_LABELS[part]), first.place, "heading", gap=True)
            passages = [label, *(passages[1:] if first.style in ("heading", "label") else passages)]
        # All paragraphs belong to the part, so that no gap ends it.
        found = read_passages([passages[0], *(replace(passage, gap=False) for passage in passages[1:])], note)
        for tag, text in _versions(found.items.pop("abstract", None)):
            own = tag or language or _text_of(found.items.get("language"))
            pool.add(part, Said(name, str(text.value), text.place, Rank.SHOWN, own))
        for field, value in found.items.items():
            if field in _LABELLED and field not in more.items:
                more.put(field, value)
            elif field != "language":
                note(codes.not_placed(value.place, (), field, "; ".join(_all_texts(value))))
    return more


def _heading_of_text(pool: Pool, passages: list[Passage], language: str, note: Note) -> None:
    """A heading above an abstract that is not a label: the title in the abstract's language, else a line without a place."""
    heading = passages[0].text.text.strip()
    spoken = language or language_of(" ".join(passage.text.text for passage in passages[1:])) or ""
    titles = pool.ranked("title")
    if any(is_same(heading, said.text) for said in titles) or folded(heading).startswith(_label_words()):
        return
    if titles and spoken and spoken != language_of(titles[0].text):
        pool.add("title_other", Said("the heading of an abstract", heading, passages[0].place, Rank.SHOWN, spoken))
    else:
        note(codes.not_placed(passages[0].place, (), "the heading of an abstract", heading))


@cache
def _label_words() -> tuple[str, ...]:
    """The words that label an abstract, of all languages, folded."""
    return tuple(
        folded(word)
        for kind, _, words in importer_rows("page_labels")
        if kind == "abstract"
        for word in words.split(";")
    )


def _without_labels(passages: list[Passage]) -> list[Passage]:
    """The paragraphs of a part after its heading; nothing if there are further labels in them, which are to be read."""
    rest = passages[1:] if passages[0].style in ("heading", "label") else passages
    labelled = any(
        passage.style or label_of(passage.text.text)[0] or inner_labels().search(passage.text.text) for passage in rest
    )
    return [] if labelled else rest


def choose_language(draft: Map, pool: Pool, page: Page) -> None:
    """The language of the page's own words, if no tag names that of the article and a text of the article is in it."""
    root = next((node for node in elements(page.root) if node.name == "html"), None)
    tag = as_tag(attribute(root, "lang")).split("-")[0] if root is not None and attribute(root, "lang") else ""
    versions = [draft.items.get(field) for field in ("abstract", "keywords", "title")]
    if tag and not pool.fields.get("language") and any(isinstance(one, Map) and tag in one.items for one in versions):
        draft.put("language", Text(tag, page.place(root) if root is not None else draft.place))


def _versions(node: Node | None) -> Iterator[tuple[str, Text]]:
    """A text with its language, or several."""
    if isinstance(node, Text):
        yield "", node
    elif isinstance(node, Map):
        yield from ((tag, value) for tag, value in node.items.items() if isinstance(value, Text))
    elif isinstance(node, List):
        for one in node.items:
            if isinstance(one, Map) and isinstance(text := one.items.get("text"), Text):
                yield _text_of(one.items.get("language")), text


def complete(draft: Map, pool: Pool, shown: Shown, more: Map, note: Note) -> Map:
    """The draft with what its texts, and then the unmarked text of the page, say more."""
    for field, value in more.items.items():
        _add(draft, field, value)
    divided = divide(shown.passages)
    findings: list[Finding] = []
    found = read_passages([*_lines(pool, draft), *divided.kept], findings.append)
    known = "title" in draft.items and "authors" in draft.items
    taken = [
        field for field in found.items if _is_taken(draft, field, known=known) and _is_likely(field, found.items[field])
    ]
    for field in taken:
        _add(draft, field, found.items[field])
    _add_titles(draft, found)
    if known:
        _add_to_people(draft, found)
    journal, theirs = draft.items.get("journal"), found.items.get("journal")
    if isinstance(journal, Map) and isinstance(theirs, Map) and "title" not in journal.items:
        _add(draft, "journal", theirs)
    values = _known(draft)
    findings = [
        finding for finding in findings if not _repeats(finding, values) and not (known and finding.code == "IMP010")
    ]
    _report(findings, divided.body, note)
    return draft


def _is_taken(draft: Map, field: str, *, known: bool) -> bool:
    if field == "affiliations":
        return "authors" not in draft.items or not known
    return field not in draft.items and (
        not known or field in _LABELLED or field in ("language", "volume", "issue", "pages")
    )


def _is_likely(field: str, value: Node) -> bool:
    """Whether a value may be what its label says; the word Address on a page is most often not that of an author."""
    return field != "correspondence" or any("@" in text or text.count(" ") > 3 for text in _all_texts(value))


def _lines(pool: Pool, draft: Map) -> Iterator[Passage]:
    """Lines that the page marks and whose values it doesn't have elsewhere: that of the issue, and how to cite."""
    if not {"volume", "issue"} & draft.items.keys():
        for said in pool.fields.pop("issue_line", []):
            yield Passage(Marked(said.text), said.place, gap=True)
    if "title" not in draft.items or not {"pages", "elocation_id"} & draft.items.keys():
        for said in pool.ranked("how_to_cite")[:1]:
            yield Passage(Marked("How to cite"), said.place, "heading", gap=True)
            yield Passage(Marked(said.text), said.place)


def _add(draft: Map, field: str, value: Node) -> None:
    have = draft.items.get(field)
    if have is None:
        draft.put(field, value)
    elif field == "keywords" and isinstance(value, Map) and not isinstance(have, Map):
        _add_versions(draft, field, have, value)
    elif isinstance(have, Map) and isinstance(value, Map):
        for key, inner in value.items.items():
            if key not in have.items:
                have.put(key, inner)


def _add_titles(draft: Map, found: Map) -> None:
    """Translations of the title that only the text has."""
    mine, theirs = draft.items.get("title"), found.items.get("title")
    if not isinstance(mine, Text) or not isinstance(theirs, Map):
        return
    own = next((tag for tag, text in theirs.items.items() if folded(_text_of(text)) == folded(str(mine.value))), None)
    language = _text_of(draft.items.get("language")) or own
    if own is not None and language == own:
        versions = Map(mine.place)
        versions.put(own, mine)
        for tag, text in theirs.items.items():
            if tag != own:
                versions.put(tag, text)
        draft.put("title", versions)


def _add_versions(draft: Map, field: str, have: Node, found: Map) -> None:
    """Versions in other languages than the article's, which a field has already."""
    language = _text_of(draft.items.get("language"))
    if not language:
        return
    versions = Map(have.place)
    versions.put(language, have)
    for tag, value in found.items.items():
        if tag != language:
            versions.put(tag, value)
    draft.put(field, versions)


def _add_to_people(draft: Map, found: Map) -> None:
    """What the text says of authors whom the meta tags name: ORCID iD, address, affiliations if they have none."""
    mine, theirs = draft.items.get("authors"), found.items.get("authors")
    affiliations = _by_id(found)
    for author in mine.items if isinstance(mine, List) else []:
        for other in theirs.items if isinstance(theirs, List) else []:
            if not (isinstance(author, Map) and isinstance(other, Map) and is_same(_name(author), _name(other))):
                continue
            for field in _PEOPLE:
                if field in other.items and field not in author.items:
                    author.put(field, other.items[field])
            owners = other.items.get("affiliations")
            ids = [
                str(text.value)
                for text in (owners.items if isinstance(owners, List) else [owners])
                if isinstance(text, Text)
            ]
            known = [affiliations[one] for one in ids if one in affiliations]
            if known and "affiliations" not in author.items:
                author.put("affiliations", List([*known], known[0].place))


def _by_id(found: Map) -> dict[str, Map]:
    """The affiliations of the text, without their ids, by these."""
    listed = found.items.get("affiliations")
    made = {}
    for one in listed.items if isinstance(listed, List) else []:
        if isinstance(one, Map):
            copy = Map(one.place, {key: value for key, value in one.items.items() if key != "id"}, dict(one.keys))
            made[_text_of(one.items.get("id"))] = copy
    return made


def _name(author: Map) -> str:
    name = author.items.get("name")
    if isinstance(name, Map):
        return " ".join(_text_of(name.items.get(part)) for part in ("given", "surname", "full"))
    return _text_of(name)


def name_parts(draft: Map) -> None:
    """Give affiliations that are only a text their institution and places as fields."""
    authors = draft.items.get("authors")
    for author in authors.items if isinstance(authors, List) else []:
        owners = author.items.get("affiliations") if isinstance(author, Map) else None
        for one in owners.items if isinstance(owners, List) else []:
            if isinstance(one, Map) and list(one.items) == ["text"]:
                put_parts(one, _text_of(one.items["text"]), one.place)


def _known(draft: Map) -> frozenset[str]:
    return frozenset(folded(str(text.value)) for _, text in texts(draft))


def _repeats(finding: Finding, known: frozenset[str]) -> bool:
    """Whether a line that was not placed only repeats a value: the journal's name above the page, the title in a menu."""
    return finding.code == "IMP001" and folded(finding.message.split(": ", 2)[-1].strip("'\"")) in known


def _report(findings: list[Finding], body: list[Passage], note: Note) -> None:
    """What was not placed: a few lines one by one, many together."""
    unplaced = [finding for finding in findings if finding.code == "IMP001"]
    for finding in findings:
        if finding.code != "IMP001" or len(unplaced) <= _MOST_LINES:
            note(finding)
    if len(unplaced) > _MOST_LINES:
        texts = [finding.message.split(": ", 2)[-1].strip("'\"") for finding in unplaced]
        note(html_codes.other_text(unplaced[0].place, (), texts))
    if body:
        note(html_codes.body(body[0].place, (), body[0].text.text.strip(), len(body)))


def _text_of(node: Node | None) -> str:
    return str(node.value) if isinstance(node, Text) else ""


def _all_texts(node: Node) -> list[str]:
    if isinstance(node, Text):
        return [str(node.value)]
    below = node.items if isinstance(node, List) else list(node.items.values())
    return [text for one in below for text in _all_texts(one)]
