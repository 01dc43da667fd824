"""What was read of a page, as the draft of an article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jats.draft import List, Map, Node, Text
from jats.findings import Place
from jats.importers.text_page.addresses import Parts, read_address
from jats.importers.text_page.author import Author
from jats.importers.text_page.blocks import Span
from jats.importers.text_page.languages import NEIGHBOURS, language_of
from jats.importers.text_page.matching import scripts_differ
from jats.importers.text_page.names import person_of
from jats.importers.text_page.reading import Reading
from jats.parsers.words import key

_SUBJECT_TYPES = {
    "udc": "udc",
    "bbc": "bbc",
    "grnti": "grnti",
    "jel": "jel",
    "msc": "msc",
    "pacs": "pacs",
    "clc": "clc",
}
_STATEMENT_TITLES = {"contributions": "Author contributions", "ethics": "Ethics"}


def draft_of(reading: Reading) -> Map:
    """The draft, its fields in the order of the article file."""
    start = reading.page.blocks[0].place if reading.page.blocks else Place("-")
    draft = Map(start)
    language = _language(reading)
    if language:
        draft.put("language", Text(language[0], language[1]))
    for name, node in _fields(reading, language[0] if language else ""):
        if node is not None:
            draft.put(name, node)
    return draft


def _language(reading: Reading) -> tuple[str, Place] | None:
    """The article's language: as the page says, else that of the title, else of the first abstract."""
    page = reading.page
    if reading.title is not None:
        place = page.place(reading.title.spans[0])
        likely = tuple(reading.texts.get("abstract", {})) or tuple(reading.texts.get("keywords", {}))
        own = reading.language or reading.title.language or language_of(reading.title.text, likely)
        if own:
            alike = next((some for some in NEIGHBOURS if own in some), ())
            return next((one for one in likely if own not in likely and one in alike), own), place
    for name in ("abstract", "keywords"):
        for language, texts in reading.texts.get(name, {}).items():
            if language:
                return language.partition("-x-")[0], texts[0].place
    if reading.language and reading.page.blocks:
        return reading.language, reading.page.blocks[0].place
    return None


def _fields(reading: Reading, language: str) -> Iterator[tuple[str, Node | None]]:
    facts = reading.facts.texts
    yield "type", facts.get("type")
    yield "title", _titles(reading, language)
    yield "doi", facts.get("doi")
    yield "subjects", _subjects(reading)
    yield from _people(reading, language)
    yield "published", _published(reading)
    for name in ("volume", "issue"):
        yield name, facts.get(name)
    yield "pages", facts.get("pages")
    yield "elocation_id", facts.get("elocation_id") if "pages" not in facts else None
    yield "history", _map({name: facts.get(name) for name in ("received", "rev-recd", "accepted")})
    yield "copyright", facts.get("copyright")
    yield "license", _license(reading, language)
    for name in ("abstract", "keywords"):
        yield name, _versions(reading, name, language)
    yield "funding", _award(reading)
    for name in ("funding_statement", "conflict_of_interest", "acknowledgements", "data_availability"):
        yield name, _versions(reading, name, language)
    yield "statements", _statements(reading)
    yield "references", _list(reading.references)
    yield "journal", _journal(reading)


def _map(values: dict[str, Node | None]) -> Map | None:
    present = {name: value for name, value in values.items() if value is not None}
    if not present:
        return None
    made = Map(next(iter(present.values())).place)
    for name, value in present.items():
        made.put(name, value)
    return made


def _list(items: Sequence[Node]) -> List | None:
    return List(list(items), items[0].place) if items else None


def _titles(reading: Reading, language: str) -> Node | None:
    main, page = reading.title, reading.page
    if main is None:
        return None
    text = page.take(main.spans, "title")
    others = {tag: page.take(one.spans, "title") for tag, one in reading.titles.items() if tag != language}
    if not others:
        return text
    versions: dict[str, Node | None] = {language or "und": text, **others}
    return _map(versions)


def _subjects(reading: Reading) -> Map | None:
    facts = reading.facts
    values: dict[str, Node | None] = {"heading": facts.texts.get("section")}
    for kind, texts in facts.codes.items():
        values[_SUBJECT_TYPES[kind]] = texts[0] if len(texts) == 1 else _list(texts)
    return _map(values)


def _published(reading: Reading) -> Node | None:
    """The day if the page gives it, else the year; both where they differ."""
    facts = reading.facts.texts
    day, year = facts.get("published"), facts.get("issue_year")
    if day is None or year is None:
        return day or year
    if str(year.value) in str(day.value):
        return day
    return _map({"electronic": day, "collection": year})


def _license(reading: Reading, language: str) -> Node | None:
    facts = reading.facts.texts
    name, text = facts.get("license"), facts.get("license_text")
    if name is None:
        return _map({"text": text})
    if text is None or str(text.value).strip(" .") == str(name.value):
        return name
    from jats.vocab.licences import find_licence

    known = find_licence(str(name.value))
    url = Text(known.url, name.place) if known and known.url else None
    spoken = language_of(str(text.value), ("en",))
    foreign = Text(spoken, text.place) if spoken and language and spoken != language else None
    return _map({"name": name, "url": url, "text": text, "language": foreign})


def _versions(reading: Reading, name: str, language: str) -> Node | None:
    """A text in one language or in several; paragraphs with blank lines between."""
    found: dict[str, Node | None] = {}
    for tag, texts in reading.texts.get(name, {}).items():
        known = tag.partition("-x-")[0]
        whole = "\n\n".join(str(text.value) for text in texts) if name != "keywords" else _keyword_line(texts)
        found[known or language or "und"] = Text(whole, texts[0].place)
    if len(found) == 1 and language in found:
        return found[language]
    if language in found:
        found = {language: found[language], **found}
    return _map(found)


_LEAST_STOPPED, _SHORTEST, _LONGEST = 2, 3, 60
"""Keywords that full stops part, and their characters."""


def _keyword_line(texts: list[Text]) -> str:
    """Keywords as one line; a list with one a line keeps its lines."""
    lines = [str(text.value) for text in texts]
    lines = [line for text in lines for line in text.split("\n")]
    if len(lines) > 1 and not any(re.search(r"[,;·،؛、；，]", line) for line in lines):
        return "; ".join(lines)
    whole = " ".join(lines)
    return "; ".join(part.strip() for part in whole.split(".") if part.strip()) if _has_stops(whole) else whole


def _has_stops(line: str) -> bool:
    """Whether full stops part the keywords: two short ones or more, none with another sign in it."""
    parts = [part.removeprefix(" ") for part in line.removesuffix(".").split(".")]
    if any(sign in line for sign in ";,") or len(parts) < _LEAST_STOPPED:
        return False
    return all(_SHORTEST <= len(part) <= _LONGEST for part in parts)


def _award(reading: Reading) -> Map | None:
    """A grant: its number, and the funder if the statement is only a name."""
    number = reading.facts.texts.get("award")
    funder = next((texts[0] for texts in reading.texts.get("funding_statement", {}).values()), None)
    if number is None:
        return None
    if funder is not None and len(str(funder.value).split()) < 12:
        reading.texts.pop("funding_statement")
        return _map({"funder": funder, "numbers": number})
    return _map({"numbers": number})


def _statements(reading: Reading) -> Map | None:
    values: dict[str, Node | None] = {}
    for name, title in _STATEMENT_TITLES.items():
        texts = next(iter(reading.texts.get(name, {}).values()), None)
        if texts:
            values[title] = Text("\n\n".join(str(text.value) for text in texts), texts[0].place)
    return _map(values)


def _journal(reading: Reading) -> Map | None:
    issns = reading.facts.issns
    issn: Node | None = None
    if len(issns) == 1 and "" in issns:
        issn = issns[""]
    elif issns:
        spare = next((kind for kind in ("print", "electronic") if kind not in issns), "")
        issn = _map({kind or spare: text for kind, text in issns.items() if kind or spare})
    publisher = reading.facts.texts.get("journal.publisher")
    return _map({"title": reading.journal, "issn": issn, "publisher": publisher})


def _people(reading: Reading, language: str) -> Iterator[tuple[str, Node | None]]:
    """Authors, then the affiliations that they point to, then where letters go."""
    front = reading.front
    group = next((one for one in front.groups if one.authors), None) if front else None
    affiliations = _Affiliations(reading)
    authors = [_author(reading, one, affiliations, language) for one in (group.authors if group else [])]
    yield "authors", _list(authors)
    yield "affiliations", _list(affiliations.made)
    texts = [Text(reading.page.joined(spans), reading.page.place(spans[0])) for spans in reading.correspondence]
    yield "correspondence", texts[0] if len(texts) == 1 else _list(texts)


class _Affiliations:
    """The affiliations of a page, each once, with an id."""

    def __init__(self, reading: Reading) -> None:
        self.page = reading.page
        self.made: list[Node] = []
        self._ids: dict[str, str] = {}
        self._maps: dict[str, Map] = {}

    def id_of(self, spans: list[Span], translated: list[Span], language: str) -> Text:
        """The id of an affiliation, which is added if it is new, with its translation."""
        place = self.page.place(spans[0])
        text = self._text(spans)
        folded = re.sub(r"[\W_]", "", key(text))
        if folded not in self._ids:
            self._ids[folded] = f"aff{len(self._ids) + 1}"
            self._maps[folded] = _affiliation(self._ids[folded], text, place)
            self.made.append(self._maps[folded])
        made = self._maps[folded]
        other = self._text(translated) if translated and isinstance(made.items["text"], Text) else ""
        if other and language and (tag := language_of(other, ("en",))) and tag != language:
            _translate(made, language, tag, Text(other, self.page.place(translated[0])))
        return Text(self._ids[folded], place)

    def _text(self, spans: list[Span]) -> str:
        text = self.page.joined(spans).strip(" ,;")
        return text if re.search(r"(?<![^\W_])[^\W\d_]{1,3}\.$", text) else text.rstrip(".")


def _translate(made: Map, language: str, tag: str, other: Text) -> None:
    """Add an affiliation's text and parts in another language."""
    parts = read_address(str(other.value))
    text = made.items["text"]
    made.put("text", _map({language: text, tag: other}) or text)
    for name in ("institution", "city", "country"):
        value, mine = getattr(parts, name), made.items.get(name)
        if value and mine is not None and value != str(other.value):
            made.put(name, _map({language: mine, tag: Text(value, other.place)}) or mine)
        elif mine is not None:
            made.put(name, _map({language: mine}) or mine)


def _affiliation(identifier: str, text: str, place: Place) -> Map:
    parts: Parts = read_address(text)
    made = Map(place)
    made.put("id", Text(identifier, place))
    made.put("text", Text(text, place))
    if parts.departments:
        made.put("departments", List([Text(one, place) for one in parts.departments], place))
    for name in ("institution", "street", "city", "state", "postal_code", "country", "country_code"):
        value = getattr(parts, name)
        if value and not (name == "institution" and value == text):
            made.put(name, Text(value, place))
    return made


def _author(reading: Reading, author: Author, affiliations: _Affiliations, language: str) -> Map:
    page = reading.page
    made = Map(page.place(author.span))
    made.put("name", _name(reading, author, language))
    if author.orcid is not None:
        made.put("orcid", author.orcid)
    for name, texts in (("degrees", author.degrees), ("roles", author.roles)):
        if texts:
            made.put(name, texts[0] if len(texts) == 1 else List(list(texts), texts[0].place))
    if author.lines:
        translated = [one.lines for one in author.others if len(one.lines) == len(author.lines)]
        others = translated[0] if translated else [[] for _ in author.lines]
        found = [affiliations.id_of(line, other, language) for line, other in zip(author.lines, others, strict=True)]
        ids = list({str(one.value): one for one in found}.values())
        made.put("affiliations", ids[0] if len(ids) == 1 else List(list(ids), ids[0].place))
    if author.corresponding:
        made.put("corresponding", Text("yes", made.place))
    if author.email is not None:
        made.put("email", Text(page.text(author.email), page.place(author.email)))
    if reading.keep_phones and author.phones:
        phones: list[Node] = [page.take(where, "phone") for where in author.phones]
        made.put("phone", phones[0] if len(phones) == 1 else List(phones, phones[0].place))
    return made


def _name(reading: Reading, author: Author, language: str) -> Node:
    """The name as printed; with its surname if the citation line shows it; in other letters by language."""
    place = reading.page.place(author.span)
    own = _divided(reading, author.name, place)
    others = [one for one in author.others if scripts_differ(one.name, author.name)]
    if not others or not language:
        return own
    other = others[0]
    tag = "en" if re.match("[A-Za-z\u00c0-\u024f]", other.name) else language_of(other.name) or "und"
    if tag == language:
        return own
    return _map({language: own, tag: Text(other.name, reading.page.place(other.span))}) or own


def _short_surname(reading: Reading, name: str) -> tuple[str, str] | None:
    """Given names and a surname in two or three capitals, where all authors' surnames are last and in capitals."""
    given, _, last = name.rpartition(" ")
    group = next((one for one in reading.front.groups if one.authors), None) if reading.front else None
    if not given or not last.isupper() or given.isupper() or not 1 < len(last) < 4 or group is None:
        return None
    others = [one.name.split() for one in group.authors if " ".join(one.name.split()) != name]
    alike = others and all(words[-1].isupper() and not words[0].isupper() for words in others)
    return (given, last) if alike and any(len(words[-1]) > 3 for words in others) else None


def _divided(reading: Reading, name: str, place: Place) -> Node:
    """A name, with its parts if the citation line says which words are the surname."""
    text = Text(" ".join(name.split()), place)
    person = person_of(name)
    if short := _short_surname(reading, text.value):
        return _map({"surname": Text(short[1], place), "given": Text(short[0], place)}) or text
    if reading.cited is None or person is None:
        return text
    for surname in reading.cited.surnames:
        words = surname.split()
        if len(words) > len((person.surname or "").split()) and (
            found := re.search(rf"(?<!\w){re.escape(surname)}(?!\w)", text.value)
        ):
            given = " ".join((text.value[: found.start()] + text.value[found.end() :]).split()).strip(" ,")
            if given:
                return _map({"surname": Text(surname, place), "given": Text(given, place)}) or text
    return text
