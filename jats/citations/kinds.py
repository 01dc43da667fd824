"""What kind of work a reference is, by its fields and by words that only that kind has."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

_MARKS = {"J": "journal", "M": "book", "D": "thesis", "C": "conference", "R": "report", "P": "patent", "S": "standard",
          "N": "newspaper", "DB": "database", "CP": "software", "DS": "data", "G": "book", "EB": "webpage"}  # fmt: skip
"""The marks of GB/T 7714."""
_MARK = re.compile(r"\[([JMDCRPSNG]|DB|CP|DS|EB)(?:/OL)?\]")

_THESIS = re.compile(
    r"""\b(?:ph\.?\s?d\.?\s(?:thesis|diss)|(?:doctoral|master['’]?s|bachelor['’]?s|unpublished)\s(?:thesis|dissertation)|thesis|dissertation
    |tese|dissertação|tesis|thèse|dissertationsschrift|habilitationsschrift|doktorarbeit|tesi\sdi|tezi?|yüksek\slisans|doktora
    |дис(?:ерт\w*|серт\w*)?|автореф\w*|rozprawa|praca\smagisterska|διατριβή|disertace)\b
    |学位论文|博士論文|修士論文|학위논문|رسالة|پایان‌نامه""",
    re.VERBOSE,
)
_PATENT = re.compile(r"\b(?:patent|патент|patente|brevet)\b|\bпат\.\s")
_LAW = re.compile(
    r"\b(?:закон\sукраїни|федеральный\sзакон|указ\sпрезидента|постанова\sкабінету|наказ\sміністерства|конституція\sукраїни"
    r"|кодекс\sукраїни|lei\sn|decreto|ley\s\d|real\sdecreto|portaria\sn|resolução\sn|directive\s\(eu\)|regulation\s\((?:eu|ec)\)|kanun)\b"
)
_STANDARD = re.compile(r"\b(?:ISO(?:/IEC)?\s\d{3,5}|ДСТУ|ГОСТ|ASTM\s[A-Z]\d|DIN\sEN|IEEE\sStd|ABNT\sNBR|BS\sEN)\b")
_REPORT = re.compile(
    r"\b(?:technical\sreport|tech\.?\srep|working\spaper|discussion\spaper|research\sreport|white\spaper|relatório|informe\stécnico"
    r"|rapport|звіт\sпро|отчет\sо|policy\sbrief|rapor[u]?|raport)\b"
)
_PREPRINT = re.compile(r"\b(?:biorxiv|medrxiv|chemrxiv|psyarxiv|ssrn|arxiv|preprint|research\ssquare|preprints\.org)\b")
_CONFERENCE = re.compile(
    r"\b(?:proceedings\sof|proc\.\s(?:of|int|\d)|conference|conf\.|symposium|workshop|congress\b|congreso|congresso|simpósio|encontro\snacional"
    r"|anais\b|матеріали\s(?:\w+\s)?(?:міжнар|всеукр|конф|наук)\w*|материалы\s(?:\w+\s)?(?:междунар|всерос|конф)\w*|тези\sдоповідей|конференці[їя]"
    r"|конференци[ия]|tagungsband|sempozyumu|kongresi|bildiriler|materiały\skonferencji|πρακτικά)\b|論文集|会议|대회|همایش|مؤتمر"
)
_SOFTWARE = re.compile(
    r"\[(?:computer\s(?:software|program)|software)\]|\br\sfoundation\sfor\sstatistical\b|\br\spackage\b"
)
_DATA = re.compile(r"\[(?:data\s?set|dataset|data)\]|\b(?:dryad|zenodo|figshare)\b.{0,40}\bdata")
_NEWSPAPER = re.compile(r"\b(?:newspaper|the\snew\syork\stimes|the\sguardian|washington\spost|газета)\b")

_PARTS_OF_BOOKS = frozenset(("conference", "degree", "esurname", "place"))
_BY_WORDS = (
    ("thesis", _THESIS), ("patent", _PATENT), ("legal-doc", _LAW), ("standard", _STANDARD), ("software", _SOFTWARE),
    ("data", _DATA),
)  # fmt: skip


def kind_of(text: str, labels: AbstractSet[str]) -> str:
    """The name of the kind, as in the vocabulary of reference types."""
    mark = _MARK.search(text) if "[" in text else None
    if mark:
        return _marked(mark[1], labels)
    in_journal = (
        "source" in labels and "title" in labels and "publisher" not in labels and bool({"volume", "issue"} & labels)
    )
    if in_journal and _PARTS_OF_BOOKS.isdisjoint(labels):
        return "journal"
    lower = text.lower()
    if not in_journal or "degree" in labels:
        for name, words in _BY_WORDS:
            if words.search(text if words is _STANDARD else lower):
                return name
    return _by_fields(lower, labels, in_journal)


def _marked(mark: str, labels: AbstractSet[str]) -> str:
    kind = _MARKS[mark]
    return "chapter" if kind == "book" and "title" in labels and "source" in labels else kind


def _by_fields(text: str, labels: AbstractSet[str], in_journal: bool) -> str:
    if "conference" in labels or (not in_journal and _CONFERENCE.search(text)):
        return "conference"
    if in_journal and not {"esurname", "place"} & labels:
        return "journal"
    if {"publisher", "place", "edition", "esurname"} & labels:
        return _book(text, labels)
    if _PREPRINT.search(text):
        return "preprint"
    if {"volume", "issue", "fpage"} & labels and "source" in labels:
        return "journal"
    if _REPORT.search(text) or "number" in labels:
        return "report"
    return _without_locator(text, labels)


def _book(text: str, labels: AbstractSet[str]) -> str:
    if "title" in labels and "source" in labels:
        return (
            "journal"
            if {"volume", "issue"} <= labels and "esurname" not in labels and "publisher" not in labels
            else "chapter"
        )
    return "report" if _REPORT.search(text) or "number" in labels else "book"


def _without_locator(text: str, labels: AbstractSet[str]) -> str:
    if "size" in labels:
        return "book"
    if _NEWSPAPER.search(text):
        return "newspaper"
    if "accessed" in labels or "http" in text or "www." in text:
        doi = "doi.org/" in text or "10." in text
        return "journal" if doi and "source" in labels and "title" in labels else "webpage"
    if "source" in labels:
        return "journal" if "title" in labels else "book"
    return "other"
