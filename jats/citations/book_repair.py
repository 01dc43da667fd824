"""Books, reports and standards: the punctuation parts title, number, edition, place and publisher."""

from __future__ import annotations

import re

from jats.citations.lexicon import phrases, word_classes
from jats.citations.sentences import SENTENCE_END, ends_sentence, runs_of
from jats.citations.tokens import Tokens

_PARTS_OF_BOOKS = frozenset(("esurname", "egiven", "fpage", "volume", "issue", "conference"))
_JOURNAL = re.compile(r"//|\b(?:In|Em|En|Dans|W|У|В)[: ]|[“«„‘]|\"", re.IGNORECASE)
_LOCATORS = frozenset(("volume", "issue", "fpage", "lpage", "supplement"))
_TITLES = frozenset(("title", "source"))
_HOUSES = frozenset(("publisher", "place"))
_PEOPLE = frozenset(("surname", "given"))
_NUMBERED = frozenset(("volume", "fpage", "collab", "O", "number"))
_LOOSE = frozenset(("O", "comment", "collab", "conference", "number", "series"))
_AUTHORS = frozenset(("author", "authors", "autor", "autora", "autores", "автор", "автори", "auteur", "yazar"))
_MOST_OF_PLACE = 3
_MOST_OF_PUBLISHER = 7
_MOST_OF_LAST_SENTENCE = 5
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d[a-z]?")
_EDITION = re.compile(r"\d{1,2}(?:st|nd|rd|th|a|ª|º|e|ème|η|ге|тє|те|е)?", re.IGNORECASE)
_ENDINGS_OF_ORDINALS = frozenset(("е", "ге", "тє", "те", "є", "ª", "º", "a", "e", "η"))
_EDITION_WORDS = frozenset(
    ("ed", "edn", "edition", "édition", "edición", "edição", "edizione", "auflage", "aufl", "вид", "видання", "изд", "издание",
     "изд", "wyd", "wydanie", "baskı", "bs", "έκδ", "έκδοση", "éd", "басылым")
)  # fmt: skip
_SERIES = frozenset(
    (
        "brief",
        "briefs",
        "note",
        "notes",
        "circular",
        "monograph",
        "document",
        "documento",
        "cuaderno",
        "caderno",
        "issue",
    )
)
_LAWS = frozenset(
    (
        "ley",
        "lei",
        "loi",
        "decreto",
        "decree",
        "resolución",
        "resolução",
        "portaria",
        "закон",
        "указ",
        "постанова",
        "наказ",
    )
)
_IN_FORCE = re.compile(r"(?:чинн|введ|діє|действ)\w*", re.IGNORECASE)
_DEGREE = re.compile(r"[,.]\s*((?:Ph|M|B|D|LL)\.?\s?(?:Sc|D|A|S|Phil|Ed|Eng|Tech|M)\.?|MSc|PhD|MA|DPhil)$")
_MOST_OF_STATE = 3
_STANDARD = re.compile(
    r"\b(?:ДСТУ|ГОСТ|ДБН|СОУ|СНиП|СП|БДС|ISO|IEC|IEEE|ASTM|ANSI|DIN|BS|EN|NF|NBR|ABNT|UNE|NTC|NMX|NP|PN|TS|GB|JIS|DSTU|GOST)"
    r"(?:[\s/-]{1,2}(?:ISO|IEC|EN|Std|NBR|IEEE|Р|T|R|[A-ZА-Я](?=\s?\d)))*\s?№?\s?[A-ZА-Я]?\d[\d.]*(?:-\d{1,2}(?=[:-]))?"
    r"(\s?[:–-]\s?(?:(?:19|20)\d\d|\d\d)\b)?"
)
"""The number of a standard, with the year in it."""


def repair_books(tokens: Tokens, labels: list[str]) -> None:
    """Put right what the names of publishers and places, editions and numbers contradict."""
    if labels:
        _name_parts(tokens, labels)
        if not _TITLES.isdisjoint(labels):
            _join_whole_book(tokens, labels)


def _name_parts(tokens: Tokens, labels: list[str]) -> None:
    _standards(tokens, labels)
    _editions(tokens, labels)
    _laws(tokens, labels)
    kinds = set(labels)
    if "source" not in kinds:
        _source_after_editors(tokens, labels, kinds)
        return
    if "degree" in kinds:
        _degree_in_source(tokens, labels)
    if kinds & _PEOPLE and labels[-1] == "collab" and not _LOCATORS & kinds:
        _publisher_not_author(labels, kinds)
    _numbers_of_series(tokens, labels, kinds)
    if "publisher" in kinds and "place" not in kinds:
        _place_in_publisher(tokens, labels)
    elif "publisher" not in kinds:
        _without_publisher(tokens, labels, kinds)


def _without_publisher(tokens: Tokens, labels: list[str], kinds: set[str]) -> None:
    """Find the publisher where none was read."""
    if "place" in kinds:
        _publisher_after_place(tokens, labels)
    elif not _LOCATORS & kinds:
        _place_in_source(tokens, labels)
    if "publisher" not in labels and "place" not in labels and not {"title", *_LOCATORS} & kinds:
        _publisher_last(tokens, labels)


def _standards(tokens: Tokens, labels: list[str]) -> None:
    """`ДСТУ 4289:2004. Title. Place: Publisher, 2005`: the number of a standard is part of its title, and no year of it."""
    for found in _STANDARD.finditer(tokens.text):
        inside = [i for i, start in enumerate(tokens.starts) if found.start() <= start < found.end()]
        dated = found[1] is not None or (inside and inside[0] == 0)
        if len(inside) < 2 or not dated or any(labels[i] in ("id", *_PEOPLE) for i in inside):
            continue
        first, end = inside[0], inside[-1] + 1
        other = _other_year(tokens, labels, inside)
        if other is not None:
            labels[other] = "year"
        elif any(labels[i] == "year" for i in inside):
            end -= 1
        before, after = labels[first - 1] if first else "", labels[end] if end < len(labels) else ""
        if tokens.gaps[first].endswith("(") and before in _TITLES:
            labels[first:end] = ["number"] * (end - first)
        elif before in _TITLES or after in _TITLES or first == 0:
            labels[first:end] = [_title_beside(before, after)] * (end - first)
        _not_in_force(tokens, labels, end)


def _laws(tokens: Tokens, labels: list[str]) -> None:
    """`Ley 1234 de 2009. Title`: a law's name and number at the start are part of its title."""
    if tokens.words[0].lower() not in _LAWS or labels[0] not in ("collab", "O", "title", "surname", "source"):
        return
    first = next((i for i, label in enumerate(labels) if label in _TITLES), None)
    named = tokens.words[1:3] if first is None or first > 1 else []
    if not any(word[0].isdigit() for word in named):
        return
    end = first if first is not None else _end_of_sentence(tokens, 0)
    if all(label in ("collab", "O", "year", "surname", "given", "volume") for label in labels[1:end]):
        label = labels[end] if first is not None else "source"
        kept = "year" not in labels[end:] and "year" in labels[:end]
        labels[:end] = ["year" if kept and one == "year" else label for one in labels[:end]]


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


def _not_in_force(tokens: Tokens, labels: list[str], start: int) -> None:
    """`[Чинний від 2007-01-01]`: the day from which a standard is in force is not a field."""
    if start < len(labels) and tokens.gaps[start].endswith("[") and _IN_FORCE.match(tokens.words[start]):
        end = next((i for i in range(start + 1, len(labels)) if "]" in tokens.gaps[i]), start)
        labels[start:end] = ["O"] * (end - start)


def _title_beside(before: str, after: str) -> str:
    return next((label for label in (before, after) if label in _TITLES), "source")


def _other_year(tokens: Tokens, labels: list[str], inside: list[int]) -> int | None:
    """The year that is not part of the standard's number: one that was read as such, else the last one."""
    years = [
        i
        for i, word in enumerate(tokens.words)
        if i not in inside and _YEAR.fullmatch(word) and labels[i] in ("year", "O", "accessed")
    ]
    read = [i for i in years if labels[i] == "year"]
    free = [i for i in years if labels[i] == "O" and tokens.gaps[i + 1][:1] not in "-–."]
    return next(iter([*read, *free[::-1]]), None)


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


def _numbers_of_series(tokens: Tokens, labels: list[str], kinds: set[str]) -> None:
    """`Development Brief 34. Place: Publisher`: a number after a word such as "report" is part of the title that it ends."""
    if {"issue", "fpage", "lpage"} & kinds or ("volume" in kinds and labels.count("volume") > 1):
        return
    for start, end in runs_of(labels, "source"):
        if (
            end >= len(labels)
            or not tokens.words[end].isdigit()
            or labels[end] not in _NUMBERED
            or tokens.gaps[end] != " "
        ):
            continue
        closed = tokens.gaps[end + 1].strip()[:1] in (".", ")", "")
        if closed and end - start > 1 and _names_series(tokens.words[end - 1].lower()):
            opened = next((i for i in range(end - 1, start, -1) if tokens.gaps[i].endswith("(")), None)
            if opened is None:
                labels[end] = "source"
            elif ")" in tokens.gaps[end + 1]:
                labels[opened : end + 1] = ["number"] * (end + 1 - opened)
                _publisher_after_number(tokens, labels, end + 1)
            return


def _names_series(lower: str) -> bool:
    return lower in _SERIES or "r" in word_classes(lower)


def _publisher_after_number(tokens: Tokens, labels: list[str], start: int) -> None:
    """`Title (Brief 34). World Bank.`: the last sentence after a number in brackets is the publisher."""
    end = _end_of_sentence(tokens, start)
    if "publisher" not in labels and start < end <= start + _MOST_OF_PUBLISHER and not _HOUSES & set(labels[start:end]):
        labels[start:end] = ["publisher"] * (end - start)


def _end_of_sentence(tokens: Tokens, start: int) -> int:
    """The first word after the sentence that starts at a word; a full stop after one letter ends none."""
    for i in range(start + 1, len(tokens.words)):
        if tokens.kinds[i] != "word" or (SENTENCE_END.match(tokens.gaps[i]) and ends_sentence(tokens, i)):
            return i
    return len(tokens.words)


def _place_in_publisher(tokens: Tokens, labels: list[str]) -> None:
    """`La Paz: Comisión de Aguas` as one: what is before the colon is the place."""
    for start, end in runs_of(labels, "publisher"):
        colon = next(
            (i for i in range(start + 1, min(end, start + _MOST_OF_PLACE + 1)) if tokens.gaps[i].strip() == ":"), None
        )
        if colon is not None:
            labels[start:colon] = ["place"] * (colon - start)
            return


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
            if not (SENTENCE_END.match(tokens.gaps[i]) and ends_sentence(tokens, i)):
                continue
            colon = next(
                (k for k in range(i + 1, min(end, i + _MOST_OF_PLACE + 1)) if tokens.gaps[k].strip() == ":"), None
            )
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
    start, end = runs_of(labels, "source")[-1]
    if labels[start - 1] != "year" and ("year" in labels[start:] or "year" not in labels[:start]):
        return
    stop = next(
        (i for i in range(end - 1, start + 1, -1) if SENTENCE_END.match(tokens.gaps[i]) and ends_sentence(tokens, i)),
        None,
    )
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
