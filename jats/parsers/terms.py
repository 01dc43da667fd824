"""Lists of keywords and other terms in one text: separators of all scripts, a label before them, a full stop after."""

from __future__ import annotations

import re
from functools import cache

from jats.messages.words import quoted
from jats.parsers.outcome import Certainty, Outcome
from jats.parsers.words import spoken

Terms = Outcome[tuple[str, ...]]
_LINES = re.compile(r"(?<!\s)\s*\n\s*")
_SEMICOLONS = re.compile(r"(?<!\s)\s*[;；؛]\s*")
_BULLETS = re.compile(r"(?<!\s)\s*[•·●▪◦‣∙⋅]\s*|(?<!\s)\s+(?:[|¦]|//?|\\\\)\s+")
_BARS = re.compile(r"(?<!\s)\s*[|¦]\s*")
_COMMAS = re.compile(r"(?<!\s)\s*(?:,(?=\s)|[、，،])\s*")
_CLOSE_COMMAS = re.compile(r"(?<=[^\W\d]),(?=[^\W\d])")
_EAST_WORDS = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]{1,12}(?:[ \u3000]+[\u3040-\u30ff\u4e00-\u9fff]{1,12}){2,}")
_DASHES = re.compile(r"(?<!\s)\s+[–—]\s+")
_STOPS = re.compile(r"(?<=[^\W\d_]{3})\.\s+(?=[^\W\d_])")
_OPENING, _CLOSING = "([{（［【「", ")]}）］】」"
_BULLET = re.compile(r"^[-–—*•·●▪◦‣]\s+")
_NUMBERED = re.compile(r"^\(?\d{1,2}[.)]\s+")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_LONE = re.compile(r"\x00(\d+)\x00")
_FINAL = re.compile(r"(?<=[^\W_)\]])[.。]$")
_ABBREVIATIONS = re.compile(
    r"(?:\b(?:spp?|var|subsp|ssp|cf|etc|inc|ltd|co|st|al|aff|nov|gen|sect|cv|approx|vs|sens?|corp|bros|т|ін|др|p|тис|млн|обл|ст|им|ім)|\b[^\W\d_])\.$",
    re.IGNORECASE,
)


def read_terms(text: str) -> Terms:
    """The terms of one text, in order.

    Lines beat semicolons, semicolons beat bullets and bars, these beat commas. A comma separates only before a blank and
    outside brackets; in a line without any such comma also between letters.
    """
    notes: list[str] = []
    body = _without_label(text.strip(), notes)
    masked, kept = _masked(body)
    parts, certainty = _parted(masked, notes)
    numbered = len(parts) < 2 or sum(1 for part in parts if _NUMBERED.match(part.strip())) > 1
    found = [_bare(_restored(part, kept), notes, numbered=numbered) for part in parts]
    terms = [term for term in found if term.strip(" .,;")]
    if len(terms) > 1 or notes:
        _without_full_stop(terms, notes)
    return Outcome(tuple(terms), certainty, tuple(dict.fromkeys(notes)), "; ".join(terms))


@cache
def _label() -> re.Pattern[str]:
    words = "|".join(re.escape(phrase) for phrase in spoken("keyword_labels"))
    return re.compile(
        rf"^(?:<(?:b|strong|i|em)>)?\s?(?:{words})\s?(?:[:：.—–]|\s-\s)\s?(?:</(?:b|strong|i|em)>)?[:：]?\s*",
        re.IGNORECASE,
    )


def _without_label(text: str, notes: list[str]) -> str:
    if found := _label().match(text):
        rest = text[found.end() :]
        if rest.strip():
            shown = re.sub(r"<[^<>]{1,10}>", "", found.group()).strip(" :：.—–-")
            notes.append(f"the label {quoted(shown)} is dropped")
            return rest
    return text


def _masked(text: str) -> tuple[str, list[str]]:
    """The text with entities and what is in brackets, tags or formulas hidden from the separators."""
    kept: list[str] = []
    out: list[str] = []
    depth = start = 0
    index = 0
    while index < len(text):
        entity = _ENTITY.match(text, index) if text[index] == "&" and not depth else None
        if entity:
            out.append(_hidden(entity.group(), kept))
            index = entity.end()
            continue
        character = text[index]
        if character in _OPENING:
            start = index if not depth else start
            depth += 1
        elif character in _CLOSING and depth:
            depth -= 1
            if not depth:
                out.append(_hidden(text[start : index + 1], kept))
        elif not depth:
            out.append(_hidden(character, kept) if character == "\x00" else character)
        index += 1
    if depth:  # a bracket that never closes hides nothing
        out.append(_hidden("\x00", kept).join(text[start:].split("\x00")))
    return "".join(out), kept


def _hidden(piece: str, kept: list[str]) -> str:
    """The sign that holds the place of a piece."""
    kept.append(piece)
    return f"\x00{len(kept) - 1}\x00"


def _restored(text: str, kept: list[str]) -> str:
    return _LONE.sub(lambda found: kept[int(found[1])], text)


def _parted(text: str, notes: list[str]) -> tuple[list[str], Certainty]:
    certain = Certainty.CERTAIN
    lines = [line for line in _LINES.split(text) if line.strip()]
    if len(lines) > 1:
        joined = any(_SEMICOLONS.search(line.rstrip(" ;")) or _COMMAS.search(line.rstrip(" ,")) for line in lines)
        if not joined:
            return [line.rstrip(" ,;،؛、，") for line in lines], certain
        text = " ".join(
            line if line.rstrip()[-1] in ",;،؛、，；" or index == len(lines) - 1 else _ended(line, text)
            for index, line in enumerate(lines)
        )
    for form in (_SEMICOLONS, _BARS, _BULLETS, _COMMAS):
        if form.search(text):
            if form is _BULLETS:
                notes.append("the terms are parted at the signs between them")
            return _at(form, text, notes), certain
    if _CLOSE_COMMAS.search(text):
        notes.append("the terms are parted at commas without a blank after them")
        return _CLOSE_COMMAS.split(text), certain
    if _EAST_WORDS.fullmatch(text):
        notes.append("the terms are parted at blanks")
        return text.split(), Certainty.LIKELY
    if len(_DASHES.findall(text)) > 1:
        notes.append("the terms are parted at dashes")
        return _DASHES.split(text), Certainty.LIKELY
    stops = _STOPS.split(text)
    if len(stops) > 1 and (len(stops) > 2 or _FINAL.search(text)):
        notes.append("the terms are parted at full stops")
        return stops, certain if len(stops) > 2 else Certainty.LIKELY
    return [text], certain


def _ended(line: str, text: str) -> str:
    """A line of several terms with the separator that its neighbours use."""
    return line.rstrip() + ("; " if ";" in text else ", ")


def _at(form: re.Pattern[str], text: str, notes: list[str]) -> list[str]:
    """The parts between separators; of doubled separators one is dropped."""
    parts = form.split(text)
    if any(not part.strip() for part in parts[1:-1]):
        notes.append("doubled separators are read as one")
    return parts


def _bare(term: str, notes: list[str], *, numbered: bool) -> str:
    """A term without its bullet or number; of several terms, one alone with a number is `19. century`."""
    bare = _BULLET.sub("", term.strip())
    bare = _NUMBERED.sub("", bare) if numbered else bare
    if bare != term.strip():
        notes.append("bullets and numbers before the terms are dropped")
    return bare.strip(" ,;،؛、，；")


def _without_full_stop(terms: list[str], notes: list[str]) -> None:
    if terms and _FINAL.search(terms[-1]) and not _ABBREVIATIONS.search(terms[-1]):
        terms[-1] = terms[-1][:-1]
        notes.append("the full stop at the end is dropped")
