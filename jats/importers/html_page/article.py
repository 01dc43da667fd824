"""Everything that a page says → one draft: what is most specific counts, what disagrees is reported."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from jats.draft import List, Map, Node, Text
from jats.findings import Note, Place
from jats.importers import codes
from jats.importers.html_page.alike import (
    as_tag,
    begins,
    same_date,
    same_journal,
    same_licence,
    same_number,
    same_words,
)
from jats.importers.html_page.people import authors_of
from jats.importers.html_page.references import references_of
from jats.importers.html_page.said import Pool, Rank, Said
from jats.vocab.article_types import find_article_type
from jats.vocab.identifiers import tidy_doi, tidy_issn
from jats.vocab.licences import find_licence, licences_in

Same = Callable[[str, str], bool]

_DOI = re.compile(r"10\.\d{4,9}/\S+")
_MSC = re.compile(r"\d{2}[A-Z](?:\d{2}|xx|-\d{2}|-xx)(?:\s*[;,]\s*|$)")
_TAG = re.compile(r"</?\w+>")
_TIME = re.compile(r"(?<=\d)[T ]\d{2}:\d{2}.*$")
_PUBLICATION = ("published", "online", "print", "cover")


def article_of(pool: Pool, place: Place, note: Note) -> Map:
    """The draft of a page's article; what has no field is noted."""
    maker = _Maker(pool, Map(place), note)
    for step in _STEPS:
        step(maker)
    return maker.draft


class _Maker:
    """Fills one draft from the pool."""

    def __init__(self, pool: Pool, draft: Map, note: Note) -> None:
        self.pool = pool
        self.draft = draft
        self.note = note
        self.language = ""

    def one(self, field: str, same: Same = same_words, label: str = "") -> Said | None:
        """The value of a field that counts; those of other parts that disagree are noted."""
        ranked = self.pool.ranked(field)
        if not ranked:
            return None
        kept, reported = ranked[0], set[str]()
        for other in ranked[1:]:
            if not same(kept.text, other.text) and other.text not in reported and other.rank is not Rank.GENERAL:
                reported.add(other.text)
                self.note(codes.said_twice(kept.place, (), label or field.replace("_", " "), kept.text, other.text))
        return kept

    def put(self, field: str, said: Said | None, holder: Map | None = None) -> None:
        """A value as it is written."""
        if said is not None:
            (holder if holder is not None else self.draft).put(field, Text(said.text, said.place))

    # --- the steps, in the order of the article file

    def read_language(self) -> None:
        said = self.one("language", lambda one, other: as_tag(one).split("-")[0] == as_tag(other).split("-")[0])
        if said is not None:
            self.language = as_tag(said.text)
            self.draft.put("language", Text(self.language, said.place))

    def title(self) -> None:
        values = [said for said in self.pool.ranked("title") if said.rank is not Rank.GENERAL or said.language]
        headings = self.pool.ranked("heading")
        values += [said for said in headings if values and same_words(said.text, values[0].text)]
        if not values and len(headings) == 1:
            values = headings
        elif not values and (general := self.pool.ranked("title")):
            values = general[:1]
            self.note(
                codes.uncertain(values[0].place, (), values[0].text, "the title that is meant for social networks")
            )
        chosen = self._by_language([*values, *self.pool.ranked("title_other")], "title")
        if chosen:
            self.draft.put("title", self._versions(chosen))
        self.put("subtitle", self.one("subtitle"))

    def _by_language(self, values: Iterable[Said], label: str) -> dict[str, Said]:
        """One value for each language; that of the article's own language, or of none, is under the empty tag."""
        chosen: dict[str, Said] = {}
        for said in values:
            tag = as_tag(said.language) if said.language else ""
            tag = "" if tag.split("-")[0] == self.language.split("-")[0] else tag
            kept = chosen.setdefault(tag, said)
            if kept is said:
                continue
            longer = begins(kept.text, said.text)
            if same_words(kept.text, said.text) or longer or begins(said.text, kept.text):
                if longer or ("<" in said.text and "<" not in kept.text and not begins(said.text, kept.text)):
                    chosen[tag] = said  # the same words, with their italics or to their end
            elif not any(same_words(one.text, said.text) for one in chosen.values()):
                self.note(codes.said_twice(kept.place, (), label, kept.text, said.text))
        return chosen

    def _versions(self, chosen: dict[str, Said]) -> Map | Text:
        """One text, or a map by language tag."""
        first = next(iter(chosen.values()))
        if list(chosen) == [""]:
            return Text(first.text, first.place)
        versions = Map(first.place)
        for tag, said in chosen.items():
            versions.put(tag or self.language or "en", Text(said.text, said.place), said.place)
        return versions

    def identifiers(self) -> None:
        for said in self.pool.fields.pop("identifier", []):
            found = _DOI.search(said.text)
            if found:
                self.pool.add("doi", Said(said.name, found[0], said.place, said.rank))
            elif said.text.startswith("http"):
                self.pool.add("url", said)
            else:
                self.pool.left_out.setdefault(said.name, said.place)
        values = [said for said in self.pool.ranked("doi") if _DOI.search(said.text)]
        self.pool.unplaced += [said for said in self.pool.ranked("doi") if said not in values]
        self.pool.fields["doi"] = values
        self.put("doi", self.one("doi", lambda one, other: tidy_doi(one).lower() == tidy_doi(other).lower(), "DOI"))
        ids = Map(self.draft.place)
        for field in ("pmid", "pmcid", "arxiv"):
            self.put(field, self.one(field, label=field.upper()), ids)
        if ids.items:
            self.draft.put("ids", ids)

    def section(self) -> None:
        said = self.one("section", lambda *_: True)
        if said is None:
            return
        if kind := find_article_type(said.text):
            self.draft.put("type", Text(kind, said.place))
        self.put("subjects", said)

    def journal(self) -> None:
        journal = Map(self.draft.place)
        for said in list(self.pool.fields.get("journal", [])):
            if said.text.startswith("http"):
                self.pool.fields["journal"].remove(said)
                self.pool.left_out.setdefault(said.name, said.place)
        self.put("title", self.one("journal", same_journal, "the journal's title"), journal)
        self.put("abbreviation", self.one("journal_abbreviation", lambda *_: True), journal)
        self.put("publisher", self.one("publisher"), journal)
        self._issns(journal)
        if journal.items:
            self.draft.put("journal", journal, next(iter(journal.keys.values())))

    def _issns(self, journal: Map) -> None:
        by_number: dict[str, Said] = {}
        for said in self.pool.ranked("issn"):
            for number in re.split(r"[,;\s]+", said.text):
                by_number.setdefault(tidy_issn(number), Said(said.name, number, said.place, said.rank))
        kinds: dict[str, Said] = {}
        for said in by_number.values():
            kind = _issn_kind(said.name)
            if not kind and len(by_number) == 1:
                self.put("issn", said, journal)
            elif (kind or "print") in kinds or not kind:
                self.pool.unplaced.append(said)
            else:
                kinds[kind] = said
        if kinds:
            issns = Map(next(iter(kinds.values())).place)
            for kind, said in kinds.items():
                self.put(kind, said, issns)
            journal.put("issn", issns)

    def issue(self) -> None:
        for field in ("volume", "issue"):
            self.put(field, self.one(field, same_number))
        self.put("issue_title", self.one("issue_title"))
        first, last = self.one("first_page", same_number), self.one("last_page", same_number)
        if first and last and not re.search(r"[-–]", first.text):
            pages = Map(first.place)
            self.put("first", first, pages)
            self.put("last", last, pages)
            self.draft.put("pages", pages)
        else:
            self.put("pages", first or self.one("pages", lambda *_: True))
        self.put("elocation_id", self.one("elocation_id"))

    def dates(self) -> None:
        for field in (*_PUBLICATION, "received", "accepted"):
            self.pool.fields[field] = [
                Said(said.name, _TIME.sub("", said.text), said.place, said.rank, said.language)
                for said in self.pool.fields.get(field, [])
            ]
        self._published()
        history = Map(self.draft.place)
        for field in ("received", "accepted"):
            self.put(field, self.one(field, same_date), history)
        if history.items:
            self.draft.put("history", history, next(iter(history.keys.values())))

    def _published(self) -> None:
        values = sorted(
            (said for field in _PUBLICATION for said in self.pool.ranked(field)), key=lambda said: said.rank
        )
        published, online = self._precise("published", values), self._precise("online", values)
        printed = self._precise("print", values) or self._precise("cover", values)
        others = [said for said in (online, printed) if said is not None]
        if published is None and not others:
            return
        if online and published and not printed and not same_date(online.text, published.text):
            printed = published
        if online and printed and not same_date(online.text, printed.text):
            dates = Map(online.place)
            self.put("electronic", online, dates)
            self.put("print", printed, dates)
            self.draft.put("published", dates)
        else:
            self.put("published", max((one for one in (published, *others) if one), key=lambda one: len(one.text)))

    def _precise(self, field: str, values: list[Said]) -> Said | None:
        """The date of a field that counts, in the form that says the most of the same day."""
        ranked = self.pool.ranked(field)
        if not ranked:
            return None
        alike = [said for said in ranked if same_date(said.text, ranked[0].text)]
        for other in ranked:
            agreeing = sum(1 for said in values if same_date(said.text, other.text))
            if other not in alike and agreeing < 2:
                self.note(codes.said_twice(ranked[0].place, (), "the date", ranked[0].text, other.text))
        return max(alike, key=lambda said: len(re.findall(r"\d+", said.text)))

    def people(self) -> None:
        line = self.one("authors_line", lambda *_: True)
        authors = authors_of(self.pool, self.note)
        if authors is not None:
            self.draft.put("authors", authors)
        else:
            self.put("authors", line)
        editors = [_typed(said, "editor") for said in self.pool.best("editor")]
        if editors:
            self.draft.put("contributors", List([*editors], editors[0].place))

    def rights(self) -> None:
        for right in self.pool.fields.pop("rights", []):
            named = find_licence(right.text) or licences_in(right.text) or "license" in right.name.lower()
            self.pool.add("licence" if named else "copyright", right)
        self.put("copyright", self.one("copyright", lambda *_: True))
        said = self.one("licence", same_licence)
        texts = self.pool.ranked("licence_text")
        if said is None:
            naming = next((text for text in texts if licences_in(text.text)), None)
            texts = [text for text in texts if text is not naming]
            self.put("license", naming)
        elif texts:
            licence = Map(said.place)
            self.put("url" if said.text.startswith("http") else "name", said, licence)
            words = " ".join(text.text for text in texts)
            licence.put("text", Text(words, texts[0].place))
            self.draft.put("license", licence)
            texts = []
        else:
            self.put("license", said)
        self.pool.unplaced += texts

    def abstract(self) -> None:
        ranked = [said for said in self.pool.ranked("abstract") if said.rank is not Rank.GENERAL]
        ranked = ranked or [said for said in self.pool.ranked("summary") if said.rank is Rank.JSON_LD]
        chosen = self._by_language(ranked, "abstract")
        if chosen:
            self.draft.put("abstract", self._versions(chosen))

    def keywords(self) -> None:
        best = [said for said in self.pool.best("keywords") if said.rank is not Rank.GENERAL]
        codes_of_msc = (
            [said for said in best if re.fullmatch(rf"(?:{_MSC.pattern[:-1]}|$))+", said.text)] if best else []
        )
        terms = [said for said in best if said not in codes_of_msc]
        if codes_of_msc:
            subjects = Map(codes_of_msc[0].place)
            words = [
                Text(code, said.place)
                for said in codes_of_msc
                for code in re.split(r"(?<!\s)\s*[;,]\s*", said.text)
                if code
            ]
            subjects.put("msc", List([*words], words[0].place))
            self.draft.put("subjects", subjects)
        by_language: dict[str, list[Said]] = {}
        for said in terms:
            tag = as_tag(said.language) if said.language else ""
            by_language.setdefault("" if tag == self.language else tag, []).append(said)
        if not by_language:
            return
        if list(by_language) == [""]:
            self.draft.put("keywords", _terms(by_language[""]))
            return
        versions = Map(terms[0].place)
        for tag, group in by_language.items():
            versions.put(tag or self.language or "en", _terms(group), group[0].place)
        self.draft.put("keywords", versions)

    def addresses(self) -> None:
        held: dict[str, Map] = {}
        for field, kind in (("url", ""), ("url_html", "html"), ("url_pdf", "pdf"), ("url_xml", "xml")):
            for said in self.pool.best(field):
                if said.text in held or not said.text.startswith("http") or _DOI.search(said.text):
                    continue
                address = Map(said.place)
                self.put("url", said, address)
                if kind:
                    address.put("type", Text(kind, said.place))
                held[said.text] = address
        if held:
            self.draft.put("url", List([*held.values()], next(iter(held.values())).place))

    def funding(self) -> None:
        funders, numbers = self.pool.best("funder"), self.pool.best("grant_number")
        awards = []
        for index, said in enumerate(funders):
            award = Map(said.place)
            self.put("funder", said, award)
            if len(numbers) == len(funders):
                self.put("numbers", numbers[index], award)
            awards.append(award)
        if awards:
            self.draft.put("funding", List([*awards], awards[0].place))
        if len(numbers) != len(funders):
            self.pool.unplaced += numbers
        self.put("funding_statement", self.one("funding_statement"))
        self.put("series", self.one("series"))

    def references(self) -> None:
        found = references_of(self.pool, self.note)
        if found is not None:
            self.draft.put("references", found)

    def statements(self) -> None:
        """Statements that the page marks, and a summary in plain words beside the abstract."""
        self.put("data_availability", self.one("data_availability"))
        plain = self.one("plain_language")
        abstract = self.draft.items.get("abstract")
        if plain is None:
            return
        summary = Map(plain.place)
        summary.put("type", Text("plain-language-summary", plain.place))
        self.put("text", plain, summary)
        versions = abstract.items if isinstance(abstract, Map) else {"": abstract} if abstract else {}
        made: list[Node] = []
        for tag, text in versions.items():
            one = Map(text.place)
            if tag:
                one.put("language", Text(tag, text.place))
            one.put("text", text)
            made.append(one)
        self.draft.put("abstract", List([*made, summary], made[0].place if made else plain.place))


_STEPS = (
    _Maker.read_language, _Maker.section, _Maker.title, _Maker.identifiers, _Maker.journal, _Maker.issue, _Maker.dates,
    _Maker.people, _Maker.rights, _Maker.abstract, _Maker.keywords, _Maker.addresses, _Maker.funding, _Maker.references,
    _Maker.statements,
)  # fmt: skip


def _issn_kind(name: str) -> str:
    low = name.lower()
    if "eissn" in low or "e_issn" in low or "online" in low:
        return "electronic"
    return "print" if "print" in low else ""


def _terms(group: list[Said]) -> List | Text:
    if len(group) == 1:
        return Text(group[0].text, group[0].place)
    return List([Text(said.text, said.place) for said in group], group[0].place)


def _typed(said: Said, kind: str) -> Map:
    person = Map(said.place)
    person.put("name", Text(said.text, said.place))
    person.put("type", Text(kind, said.place))
    return person
