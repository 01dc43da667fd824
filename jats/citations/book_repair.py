"""Books, reports and standards: the punctuation parts title, number, edition, place and publisher."""

from __future__ import annotations

import re

from jats.citations.lexicon import phrases, word_classes
from jats.citations.report_repair import repair_reports
from jats.citations.sentences import SENTENCE_END, runs_of, stops_before
from jats.citations.tokens import Tokens

_PARTS_OF_BOOKS = frozenset(("esurname", "egiven", "fpage", "volume", "issue", "conference"))
_JOURNAL = re.compile(r"//|\b(?:In|Em|En|Dans|W|У|В)[: ]|[“«„‘]|\"", re.IGNORECASE)
_LOCATORS = frozenset(("volume", "issue", "fpage", "lpage", "supplement"))
_TITLES = frozenset(("title", "source"))
_HOUSES = frozenset(("publisher", "place"))
_PEOPLE = frozenset(("surname", "given"))
_LOOSE = frozenset(("O", "comment", "collab", "conference", "number", "series"))
_AUTHORS = frozenset(("author", "authors", "autor", "autora", "autores", "автор", "автори", "auteur", "yazar"))
_FIRMS = frozenset(
    ("inc", "ltd", "llc", "co", "corp", "gmbh", "sons", "plc", "ag", "kg", "bv", "sa", "srl", "cia", "company")
)
_MOST_OF_TOWN = 2
_MOST_OF_PLACE = 3
_MOST_OF_PUBLISHER = 7
_MOST_OF_LAST_SENTENCE = 5
_EDITION = re.compile(r"\d{1,2}(?:st|nd|rd|th|a|ª|º|e|ème|η|ге|тє|те|е)?", re.IGNORECASE)
_ENDINGS_OF_ORDINALS = frozenset(("е", "ге", "тє", "те", "є", "ª", "º", "a", "e", "η"))
_EDITION_WORDS = frozenset(
    ("ed", "edn", "edition", "édition", "edición", "edição", "edizione", "auflage", "aufl", "вид", "видання", "изд", "издание",
     "wyd", "wydanie", "baskı", "bs", "έκδ", "έκδοση", "éd", "басылым")
)  # fmt: skip
_DEGREE = re.compile(r"[,.]\s*((?:Ph|M|B|D|LL)\.?\s?(?:Sc|D|A|S|Phil|Ed|Eng|Tech|M)\.?|MSc|PhD|MA|DPhil)$")
_MOST_OF_STATE = 3


def repair_books(tokens: Tokens, labels: list[str]) -> None:
    """Put right what the names of publishers and places, editions and numbers contradict."""
    if labels:
        repair_reports(tokens, labels)
        _name_parts(tokens, labels)
        if not _TITLES.isdisjoint(labels):
            _join_whole_book(tokens, labels)


def _name_parts(tokens: Tokens, labels: list[str]) -> None:
    _editions(tokens, labels)
    kinds = set(labels)
    if "source" not in kinds:
        _source_after_editors(tokens, labels, kinds)
        return
    if "degree" in kinds:
        _degree_in_source(tokens, labels)
    if "conference" in kinds and "title" not in kinds:
        _title_of_talk(labels)
    if "lpage" in kinds and "title" not in kinds and kinds & {"esurname", *_HOUSES}:
        _part_of_book(tokens, labels)
    if kinds & _PEOPLE and labels[-1] == "collab" and not _LOCATORS & kinds:
        _publisher_not_author(labels, kinds)
    if "place" in kinds:
        _whole_place(tokens, labels)
    if kinds >= _HOUSES:
        _end_of_title(tokens, labels)
    if "publisher" in kinds and "place" not in kinds:
        _place_in_publisher(tokens, labels)
        _place_after_publisher(tokens, labels)
    elif "publisher" not in kinds:
        _without_publisher(tokens, labels, kinds)


def _whole_place(tokens: Tokens, labels: list[str]) -> None:
    """`San José: IGN`, `Bee Books, Hebden Bridge.`: no place ends between two words that no sign parts."""
    for _, start in runs_of(labels, "place"):
        end = next((i for i in range(start, len(labels)) if i > start and tokens.gaps[i].strip()), len(labels))
        words = tokens.words[start:end]
        if (
            not 0 < len(words) < _MOST_OF_PLACE
            or tokens.gaps[start] != " "
            or not all(word.istitle() for word in words)
        ):
            continue
        if set(labels[start:end]) == {"O"} or (set(labels[start:end]) == {"publisher"} and ":" in tokens.gaps[end]):
            labels[start:end] = ["place"] * (end - start)


def _end_of_title(tokens: Tokens, labels: list[str]) -> None:
    """`Net: trade, power and people. Rio: Poe`: words after a comma of the title belong to it, if place and publisher follow."""
    for start, end in runs_of(labels, "publisher"):
        place = next((i for i in range(end, len(labels)) if labels[i] != "place"), len(labels))
        followed = end < place < len(labels) and labels[place] == "publisher" and ":" in tokens.gaps[place]
        inside = start and labels[start - 1] in _TITLES and not SENTENCE_END.match(tokens.gaps[start])
        if followed and inside and SENTENCE_END.match(tokens.gaps[end]):
            labels[start:end] = [labels[start - 1]] * (end - start)
            return


def _without_publisher(tokens: Tokens, labels: list[str], kinds: set[str]) -> None:
    """Find the publisher where none was read."""
    if "place" in kinds:
        _publisher_after_place(tokens, labels)
    elif not _LOCATORS & kinds:
        _place_in_source(tokens, labels)
    if "publisher" not in labels and "place" not in labels and not {"title", *_LOCATORS} & kinds:
        _publisher_last(tokens, labels)


def _source_after_editors(tokens: Tokens, labels: list[str], kinds: set[str]) -> None:
    """`Title. Dans M. Roe (dir.), Book (p. 45)`: the words between the editors and the pages are the book."""
    if not {"title", "esurname"} <= kinds:
        return
    last = max(i for i, label in enumerate(labels) if label in ("esurname", "egiven"))
    start = last + 1
    while start < len(labels) and labels[start] == "O" and "e" in word_classes(tokens.words[start].lower()):
        start += 1
    end = start
    while (
        end < len(labels)
        and labels[end] == "O"
        and (end == start or _goes_on(tokens.gaps[end]) or ":" in tokens.gaps[end])
    ):
        end += 1
    if start > last + 1 and end > start and tokens.words[start][0].isupper() and ")" in tokens.gaps[start]:
        labels[start:end] = ["source"] * (end - start)


def _title_of_talk(labels: list[str]) -> None:
    """`Title [Poster]. Meeting of Tides`: what comes before the name of a meeting is the title of the talk."""
    start, end = runs_of(labels, "source")[0]
    if end <= labels.index("conference"):
        labels[start:end] = ["title"] * (end - start)


def _part_of_book(tokens: Tokens, labels: list[str]) -> None:
    """`Title. Book / ed. A. Roe. Place, 2011. P. 44–59`: first and last page of one part, whose title is the sentence before."""
    for start, end in runs_of(labels, "source"):
        stops = [i for i in range(start + 1, end) if stops_before(tokens, i)]
        if stops:
            labels[start : stops[-1]] = ["title"] * (stops[-1] - start)
            return


def _degree_in_source(tokens: Tokens, labels: list[str]) -> None:
    """`Title. M.Sc. Thesis`: the letters of a degree are not part of the title."""
    for start, end in runs_of(labels, "source"):
        found = _DEGREE.search(tokens.text, tokens.starts[start], tokens.ends[end - 1])
        if found and end < len(labels) and labels[end] == "degree":
            first = next(i for i in range(start, end) if tokens.starts[i] >= found.start(1))
            labels[first:end] = ["degree"] * (end - first)
            return


def _publisher_not_author(labels: list[str], kinds: set[str]) -> None:
    """`Roe, J. (2011). Title (Working Paper 5). Centre for Tides.`: an organisation at the end of a book is its publisher."""
    start, end = runs_of(labels, "collab")[-1]
    if "publisher" not in kinds and end - start <= _MOST_OF_PUBLISHER and "source" in labels[:start]:
        labels[start:end] = ["publisher"] * (end - start)


def _editions(tokens: Tokens, labels: list[str]) -> None:
    """`4. ed.`, `2-е изд.`: a small number before a word for an edition is one, wherever it was put."""
    if "edition" in labels:
        return
    for i in range(len(labels) - 1):
        if labels[i] not in ("O", "source", "title", "volume") or not _EDITION.fullmatch(tokens.words[i]):
            continue
        if tokens.gaps[i].strip()[-1:] not in (".", ",", "(", ";", "–", "—", "-") or not tokens.gaps[i].strip():
            continue
        end = i + 1
        if tokens.words[end].lower() in _ENDINGS_OF_ORDINALS and tokens.gaps[end] in ("-", "–", "‐", "‑", "", "."):
            end += 1
        if end < len(labels) and tokens.words[end].lower() in _EDITION_WORDS and tokens.gaps[end].strip() in ("", "."):
            labels[i:end] = ["edition"] * (end - i)
            labels[end] = "O"
            return


def _place_in_publisher(tokens: Tokens, labels: list[str]) -> None:
    """`La Paz: Comisión de Aguas` as one: what is before the colon is the place."""
    for start, end in runs_of(labels, "publisher"):
        colon = _colon_after_place(tokens, start, end)
        if colon is not None:
            labels[start:colon] = ["place"] * (colon - start)
            return


def _colon_after_place(tokens: Tokens, start: int, end: int) -> int | None:
    """The first word after a colon, if what starts before it is as short as a place."""
    return next(
        (i for i in range(start + 1, min(end, start + _MOST_OF_PLACE + 1)) if tokens.gaps[i].strip() == ":"), None
    )


def _place_after_publisher(tokens: Tokens, labels: list[str]) -> None:
    """`Harbour Bee Books, Salt Bridge.` at the end: what comes after the last comma is the place."""
    start, end = runs_of(labels, "publisher")[-1]
    comma = next((i for i in range(end - 1, start, -1) if tokens.gaps[i].strip() == ","), None)
    if comma is None or end < len(labels) or end - comma > _MOST_OF_TOWN or "place" in labels:
        return
    words = tokens.words[comma:end]
    named = any(not {"b", "u"}.isdisjoint(word_classes(word.lower())) or word.lower() in _FIRMS for word in words)
    if not named and all(word[0].isupper() for word in words):
        labels[comma:end] = ["place"] * (end - comma)


def _publisher_after_place(tokens: Tokens, labels: list[str]) -> None:
    """`Tijuana: El Colegio`: after the place and a colon comes the publisher; `Laterza, Bari 1996`."""
    start, end = runs_of(labels, "place")[0]
    if (
        end < len(labels)
        and tokens.gaps[end].strip() in (":", "：")
        and labels[end] in _LOOSE
        and tokens.words[end].lower() not in _AUTHORS
    ):
        last = end + 1
        while (
            last < len(labels)
            and last - end < _MOST_OF_PUBLISHER
            and _goes_on(tokens.gaps[last])
            and labels[last] == labels[end]
        ):
            last += 1
        labels[end:last] = ["publisher"] * (last - end)
        return
    comma = next((i for i in range(start + 1, end) if tokens.gaps[i].strip() == ","), None)
    if comma is None or end == len(labels) or labels[end] != "year" or tokens.gaps[end] != " ":
        return
    state = end - comma == 1 and len(tokens.words[comma]) <= _MOST_OF_STATE
    if not state and not _is_town(tokens, start, comma):
        labels[start:comma] = ["publisher"] * (comma - start)


def _goes_on(gap: str) -> bool:
    return gap.strip() in ("", "-", "&", "’", "'", '"', "«", "»", "“", "”")


def _is_town(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the words are a place that is known."""
    lowers = [word.lower() for word in tokens.words[start:end]]
    return all("k" in word_classes(word) for word in lowers) or phrases().get(" ".join(lowers)) == "l"


def _place_in_source(tokens: Tokens, labels: list[str]) -> None:
    """`Title: subtitle. Place: Publisher, 2006` read as one title: the last sentence with a colon names place and publisher."""
    for start, end in runs_of(labels, "source"):
        for i in range(end - 1, start, -1):
            if not stops_before(tokens, i):
                continue
            colon = _colon_after_place(tokens, i, end)
            if colon is None or end - colon > _MOST_OF_PUBLISHER or not tokens.words[colon][0].isalpha():
                break
            followed = end == len(labels) or tokens.gaps[end].strip()[:1] in (",", ";", ".", "(")
            if followed and tokens.words[i][0].isupper():
                labels[i:colon] = ["place"] * (colon - i)
                labels[colon:end] = ["publisher"] * (end - colon)
                return
            break


def _publisher_last(tokens: Tokens, labels: list[str]) -> None:
    """`Roe, J. (2006). Title: subtitle. Publisher.`: the last sentence of a book that ends with its title is the publisher."""
    start, end = next(iter(runs_of(labels, "source")[::-1]), (0, 0))
    if not start or (labels[start - 1] != "year" and ("year" in labels[start:] or "year" not in labels[:start])):
        return
    stop = next((i for i in range(end - 1, start + 1, -1) if stops_before(tokens, i)), None)
    if (
        stop is None
        or not set(labels[end:]) <= {"O", "title", "publisher", "collab"}
        or "word" not in tokens.kinds[stop:]
    ):
        return
    last = len(labels)
    plain = all(kind == "word" for kind in tokens.kinds[stop:]) and all(
        _goes_on(gap) for gap in tokens.gaps[stop + 1 : last]
    )
    if plain and last - stop <= _MOST_OF_LAST_SENTENCE and not any(word[0].isdigit() for word in tokens.words[stop:]):
        labels[stop:last] = ["publisher"] * (last - stop)


def _join_whole_book(tokens: Tokens, labels: list[str]) -> None:
    """With a publisher, and neither editors nor pages nor "In", title and source beside each other are one book's title."""
    kinds = set(labels)
    if not {"title", "source"} <= kinds or not {"publisher", "place", "degree"} & kinds or kinds & _PARTS_OF_BOOKS:
        return
    first = labels.index("source")
    if (
        labels[first - 1] == "title"
        and tokens.gaps[first].strip() in (":", ".", ",", "")
        and not _JOURNAL.search(tokens.text)
    ):
        labels[:] = ["source" if label == "title" else label for label in labels]
