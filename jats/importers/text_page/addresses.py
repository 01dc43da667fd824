"""An affiliation as printed → the same text with its institution, departments and places named."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from jats.importers.text_page.tables import people_words
from jats.vocab.countries import country_code

_SEGMENT = re.compile(r"(?:[^,;，、،.]|\.(?!\s+[^\W\d_]{3})|(?<![^\W\d_]{4})\.)+")
_POSTAL = (
    r"(?:[A-Z]{1,3}[- ]?)?(?:\d{4,6}|\d{3} \d{2}|\d{2}-\d{3}|\d{5}-\d{3})|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}"
    r"|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{4} ?[A-Z]{2}"
)
_POSTAL_ONLY = re.compile(rf"(?:{_POSTAL})")
_POSTAL_CITY = re.compile(rf"(?P<code>{_POSTAL}) (?P<city>[^\W\d_].{{1,40}})")
_CITY_POSTAL = re.compile(rf"(?P<city>[^\W\d_][^\d]{{1,40}}?)[ -](?P<code>{_POSTAL})")
_CITY_MARK = re.compile(
    (
        r"(?:м|г|гор|місто|город|смт|с|гр|град|кент|ш|m|c|or|mun|город-курорт)\.\s?(?=[^\W\d_])|(?:місто|город"
        r"|град|city of|miasto|mesto|thành phố|kota)\s(?=[^\W\d_])"
    ),
    re.IGNORECASE,
)
_CITY_AFTER = re.compile(r"\s?(?:қ\.|қаласы|ş\.|şehri|shahri|ш\.)$")
_HOUSE = re.compile(
    r"(?:№|no\.?:?\s?|б\.|буд\.|д\.|n\.?\s)?\s?\d{1,4}\s?[a-zа-яA-ZА-Я]?(?:[/-]\d{0,4}[a-zа-я]?)?\.?", re.IGNORECASE
)
_SHORT_CODES = frozenset(("UK", "U.K.", "USA", "U.S.A.", "UAE", "РФ", "США", "ČR", "SR", "KSA", "PRC"))
_TRIM = " .\t\u00a0"
_MOST = 600


@dataclass(slots=True)
class Parts:
    """The parts of an affiliation, each as printed."""

    institution: str | None = None
    departments: list[str] = field(default_factory=list)
    street: str | None = None
    city: str | None = None
    state: str | None = None
    postal_code: str | None = None
    country: str | None = None
    country_code: str | None = None


@dataclass(slots=True)
class _Segment:
    text: str
    start: int
    end: int
    kind: str = ""


def has_institution(text: str) -> bool:
    """Whether the words have one that names an institution or a part of one."""
    return people_words("whole").search(text) is not None or people_words("part").search(text) is not None


def names_country(text: str) -> str | None:
    """The code of the country that the words name, if they do and are not a code of something else."""
    bare = text.strip(_TRIM)
    if len(bare) < 4 and bare not in _SHORT_CODES and bare[:1] < "\u2e80":
        return None
    return country_code(bare) or country_code(bare.replace(".", ""))


def read_address(text: str) -> Parts:
    """The parts of an affiliation; what is not certain stays in the text alone."""
    parts = Parts()
    if len(text) > _MOST:
        return parts
    segments = [_segment(found) for found in _SEGMENT.finditer(text)]
    segments = [one for one in segments if one.text]
    if not segments:
        return parts
    _read_country(segments, parts)
    _read_streets(text, segments, parts)
    _read_cities(segments, parts)
    _read_names(segments, parts)
    return parts


def _segment(found: re.Match[str]) -> _Segment:
    raw = found[0]
    start = found.start() + len(raw) - len(raw.lstrip(_TRIM))
    bare = raw.strip(" \t\u00a0")
    shown = bare.rstrip(".") if not re.search(r"\b[^\W\d_]{1,4}\.$", bare) else bare
    return _Segment(shown, start, start + len(shown))


def _read_country(segments: list[_Segment], parts: Parts) -> None:
    """The country: the last part, or the last but one before a postal code."""
    for segment in segments[:0:-1]:
        if code := names_country(segment.text):
            parts.country, parts.country_code, segment.kind = segment.text.rstrip("."), code, "country"
            return
        if not _POSTAL_ONLY.fullmatch(segment.text):
            break
    last = segments[-1]
    words = last.text.split(" ")
    for size in (1, 2, 3):
        tail = " ".join(words[-size:]).strip(_TRIM)
        if len(words) > size and (code := names_country(tail)) and _may_be_cut(words[:-size]):
            parts.country, parts.country_code = tail, code
            last.text = last.text[: last.text.rindex(tail)].strip(" .")
            return


def _may_be_cut(words: list[str]) -> bool:
    """Whether the words before a country in one part may be a place: `Kaunas Lithuania`, `42000 Varaždin Croatia`."""
    return (
        len(words) < 4 and not has_institution(" ".join(words)) and words[-1].lower() not in ("of", "in", "and", "the")
    )


def _read_streets(text: str, segments: list[_Segment], parts: Parts) -> None:
    street = people_words("street")
    for at, segment in enumerate(segments):
        if (
            segment.kind
            or has_institution(segment.text)
            or not (
                street.search(segment.text)
                or re.search(
                    r"(?:straße|strasse|gasse|weg|allee|platz|straat|gatan|vägen|utca)\b", segment.text, re.IGNORECASE
                )
            )
            or _CITY_MARK.match(segment.text)
        ):
            continue
        if at == 0:
            continue
        first = last = at
        if at and _is_house(segments[at - 1]) and segments[at - 1].kind == "" and at > 1:
            first = at - 1
        while (
            last + 1 < len(segments)
            and _is_house(segments[last + 1])
            and (last == at)
            and not re.search(r"\d", segment.text)
        ):
            last += 1
        for one in segments[first : last + 1]:
            one.kind = "street"
        parts.street = text[segments[first].start : segments[last].end]
        return
    for at in range(1, len(segments)):
        segment = segments[at]
        if (
            not segment.kind
            and re.fullmatch(r"[^\W\d_][^\d]{2,30} \d{1,3}[a-z]?", segment.text)
            and not has_institution(segment.text)
            and at + 1 < len(segments)
            and _POSTAL_CITY.fullmatch(segments[at + 1].text)
        ):
            segment.kind, parts.street = "street", segment.text
            return


def _is_house(segment: _Segment) -> bool:
    return not segment.kind and _HOUSE.fullmatch(segment.text) is not None and len(segment.text) < 10


def _read_cities(segments: list[_Segment], parts: Parts) -> None:
    """City and postal code, from the end to the start."""
    for segment in reversed(segments):
        if not segment.kind and _POSTAL_ONLY.fullmatch(segment.text) and not parts.postal_code:
            segment.kind, parts.postal_code = "postal_code", segment.text
    for segment in reversed(segments[1:] if len(segments) > 1 else []):
        if segment.kind or has_institution(segment.text):
            continue
        if _read_city(segment, segments, parts):
            return


def _read_city(segment: _Segment, segments: list[_Segment], parts: Parts) -> bool:
    text = segment.text
    if mark := _CITY_MARK.match(text):
        return _set_city(segment, text[mark.end() :], None, parts)
    if after := _CITY_AFTER.search(text):
        return _set_city(segment, text[: after.start()], None, parts)
    both = _POSTAL_CITY.fullmatch(text) or (None if parts.postal_code else _CITY_POSTAL.fullmatch(text))
    if both and len(both["city"].split()) < 5:
        return _set_city(segment, both["city"], both["code"], parts)
    if people_words("region").search(text):
        segment.kind, parts.state = "state", parts.state or text
        return False
    if re.fullmatch(r"[A-Z]{2,3}", text) and parts.country and not parts.state:
        segment.kind, parts.state = "state", text
        return False
    following = segments[segments.index(segment) + 1 :]
    ends = all(one.kind for one in following)
    if (
        ends
        and 0 < len(text.split()) < 4
        and not re.search(r"\d", text)
        and (text[:1].isupper() or text[:1] > "\u0590")
        and "." not in text[:-1].replace("St.", "")
    ) and (parts.country or parts.postal_code or parts.street or segment is segments[-1]):
        return _set_place(segment, segments, parts)
    return False


def _set_place(segment: _Segment, segments: list[_Segment], parts: Parts) -> bool:
    """A place that is the city; of two places before the country, the second is the region."""
    before = segments[segments.index(segment) - 1]
    plain = (
        re.fullmatch(r"[^\W\d_][^\d,]{2,25}", before.text)
        and len(before.text.split()) < 3
        and before is not segments[0]
    )
    if (
        plain
        and not parts.postal_code
        and not before.kind
        and parts.country
        and not has_institution(before.text)
        and before.text[:1].isupper()
    ):
        segment.kind, parts.state = "state", parts.state or segment.text
        return _set_city(before, before.text, None, parts)
    return _set_city(segment, segment.text, None, parts)


def _set_city(segment: _Segment, city: str, code: str | None, parts: Parts) -> bool:
    segment.kind, parts.city = "city", city.strip(_TRIM)
    if code and not parts.postal_code:
        parts.postal_code = code
    return True


def _read_names(segments: list[_Segment], parts: Parts) -> None:
    """The institution and its departments, from what is before the places."""
    names = []
    for segment in segments:
        if segment.kind:
            break
        names.append(segment)
    whole = [one for one in names if people_words("whole").search(one.text)]
    parted = [one for one in whole if not people_words("part").match(one.text)] or whole
    if not names:
        return
    best = _institution(parted) if parted else names[0]
    parts.institution = best.text
    parts.departments = [one.text for one in names if one is not best and has_institution(one.text)]


_UNIVERSITY = re.compile(
    (
        r"univers|універс|универс|üniversite|egyetem|academ|акаде|akadem|sveučilišt|πανεπιστ|politechn"
        r"|politecn|політехн|политехн|yliopist|ülikool|大学|대학교|دانشگاه|جامعة|đại học|university"
    ),
    re.IGNORECASE,
)


def _institution(whole: list[_Segment]) -> _Segment:
    """Of several names the one that is least likely a part of another."""
    found = [one for one in whole if _UNIVERSITY.search(one.text)]
    return found[-1] if found else whole[0] if len(whole) < 2 else whole[-1]
