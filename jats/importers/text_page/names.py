"""Names of authors on a page: whether a stretch is one, and which marks follow it."""

from __future__ import annotations

import re
from functools import lru_cache

from jats.importers.text_page.addresses import has_institution
from jats.importers.text_page.tables import people_words, phrases, rows
from jats.parsers.groups import is_group
from jats.parsers.names import is_degree, read_person
from jats.parsers.orders import is_given_name, is_initials, is_particle, is_patronymic
from jats.parsers.persons import Person

STRONG, WEAK, NO = 2, 1, 0
_TITLE = re.compile(
    (
        r"(?:(?:prof|professor|dr|doc|mgr|ing|mag|inż|hab|assoc|asst|univ|conf|lect|asist|mr|mrs|ms|phd|проф"
        r"|д-р|доц|акад|dra|profa|msc|lic|mtro|mtra|dott|ddr|phdr|judr|mudr|rndr|paeddr|thdr|bc|arch|doç|öğr"
        r"|gör|üyesi|arş|uzm|ts|ths|pgs|gs|dipl|h\. c|med|rer|nat|sc|izv|red|др|мр|mgr inż|drs|ir"
        r"|ph\. ?d)\.?,?\s+(?!\W))+"
    ),
    re.IGNORECASE,
)
_ICON = re.compile(
    r"\s?[\[(]?(?:ORCID(?:\s?(?:logo|icon|iD(?: icon)?|id))?)(?![\w:]|\s?[:]?\s?\d)[\])]?", re.IGNORECASE
)
_DEGREE_LAST = re.compile(r"(?<=[^\W\d_]{3}),?\s(?:M\.\s?A|M\.\s?Sc|B\.\s?A|B\.\s?Sc|Ph\.\s?D|LL\.\s?M|D\.\s?Sc)\.$")
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_SIGNS = r"*∗⁎†‡§¶#✉✝☨☯∥‖"
_ONE = rf"(?:\d{{1,2}}(?!\d)|[{_RAISED}]{{1,2}}|[{_SIGNS}]{{1,3}}|[ᵃᵇᶜᵈᵉᶠᵍʰ])"
_ROMAN = r"(?:I{1,3}|IV|VI{0,3})"
MARKS = re.compile(
    r"(?<=[^\W\d_]|[.)\]’'])(?:"
    rf"[\s\u00a0]?[(\[]\s?(?:{_ONE}|[a-h](?!\w))(?>[\s,;]*(?:{_ONE}|[a-h](?!\w)))*\s?[)\]]"
    rf"|[\s\u00a0]?\^[{{(]?(?:{_ONE}|[a-h](?!\w))(?:\s?[,^]\s?\^?(?:{_ONE}|[a-h](?!\w)))*[)}}]?"
    rf"|[\s\u00a0]?{_ONE}(?:\s?[,;⁾٬'’⁻˒ʼ、，ˑ·‚⸴]?\s?(?:{_ONE}|[a-h](?![\w.])))*"
    rf"|(?<=[^\W\d_]{{2}})\s{_ROMAN}(?=\s*(?:[,;]|$|[*]))(?:\s?,\s?{_ROMAN}(?=\s*(?:[,;]|$)))*"
    rf"|(?<=[^\W\d_]{{2}})[\s,][a-h](?:[\s,]{{1,3}}(?:[a-h]|{_ONE})(?![\w.]))*"
    rf"(?=\s*(?:[,;{_SIGNS}]|$|\sand\s))(?<=[\s,][a-h]|,[a-h{_SIGNS}0-9])"
    r")+"
)
_MARK = re.compile(
    rf"\d{{1,2}}|[{_RAISED}]+|[{_SIGNS}]+|[ᵃᵇᶜᵈᵉᶠᵍʰ]|[a-h](?!\w)|I{{1,3}}(?!\w)|IV(?!\w)|VI{{0,3}}(?!\w)"
)
_PLAIN_MARK = str.maketrans(_RAISED + "∗⁎ᵃᵇᶜᵈᵉᶠᵍʰ", "0123456789**abcdefgh")
_BAD = re.compile(r"[\d@<>{}=+:!?…/\\\"“”«»%№_]|\.\.|https?|www")
_FATHERS = frozenset(
    (
        "qızı",
        "oğlu",
        "qyzy",
        "ogly",
        "oglu",
        "кызы",
        "оглы",
        "улы",
        "қызы",
        "ұлы",
        "uly",
        "kyzy",
        "qizi",
        "o'g'li",
        "oʻgʻli",
    )
)
"""Words for daughter and son in patronymics of Turkic languages."""
_PREPOSITIONS = frozenset(("in", "on", "im", "and", "und", "for", "of", "та", "и", "на", "у", "в", "з", "у"))
_AFTER_DEGREE = re.compile(r"(?:in|of|en|de|наук|з|по|с)\s")
_TOKEN = re.compile(r"\S+")


@lru_cache(maxsize=1)
def _small_words() -> frozenset[str]:
    found = frozenset(word for row in rows("page_stop_words") for word in row[1].split())
    return frozenset(word for word in found if not is_particle(word))


def bare_mark(mark: str) -> str:
    """A mark as affiliations are compared by it: superscript digits are digits."""
    return mark.translate(_PLAIN_MARK).strip(" .,;()[]")


def marks_in(text: str) -> list[str]:
    """The single marks of a group: `1,2*` has three."""
    return [bare_mark(one) for one in _MARK.findall(text)]


def icons_in(text: str) -> list[tuple[int, int]]:
    """Where words are written for the ORCID sign beside a name."""
    return [found.span() for found in _ICON.finditer(text)]


def degree_after(text: str) -> re.Match[str] | None:
    """The degree after a name: `Jane Roe M. A.`"""
    return _DEGREE_LAST.search(text)


def bare_name(text: str) -> str:
    """A name without titles before it."""
    found = _TITLE.match(text)
    bare = text[found.end() :] if found and len(text) - found.end() > 4 else text
    return _DEGREE_LAST.sub("", bare)


@lru_cache(maxsize=2048)
def name_strength(text: str) -> int:
    """How sure it is that a stretch is one person's name."""
    whole = text
    text = bare_name(text.strip(" ,;.·•-–—") + ("." if re.search(r"[^\W\d_]\.\W*$", text) else ""))
    if _AFTER_DEGREE.match(text) and not whole.startswith(text[:2]):
        return NO
    if not 3 <= len(text) <= 60 or _BAD.search(text):
        return _dense_strength(text) if 2 <= len(text) <= 8 else NO
    if text[0] >= "\u2e80":
        return _dense_strength(text)
    tokens = text.replace("‑", "-").split()
    if not 2 <= len(tokens) <= 6 or _has_other_words(text, tokens):
        return NO
    return _strength(tokens)


def _dense_strength(text: str) -> int:
    if (
        not text
        or text[0] < "\u2e80"
        or is_group(text)
        or re.search(r"[^\w\s·・]", text)
        or re.search(r"[A-Za-z\d]", text)
    ):
        return NO
    size = len(re.sub(r"\s", "", text))
    return WEAK if 2 <= size <= 5 else NO


def _has_other_words(text: str, tokens: list[str]) -> bool:
    if has_institution(text) and not any(_are_initials(token, text) for token in tokens):
        return True
    if people_words("position").match(text) or is_degree(text):
        return True
    degree = people_words("degree").match(text)
    if degree and degree[0].lower() not in ("ma", "md", "dr", "др", "magister", "magistr"):
        return True
    cased = text.lower() != text.upper()
    for token in tokens:
        bare = token.strip(".,")
        if is_initials(token):
            if token is tokens[0] and len(token) == 1 and text.isupper() and token.lower() in _small_words():
                return True  # `В РОКИ ВІЙНИ`
            continue
        if bare.lower() in phrases("page_people_words", "journal") and len(tokens) > 2:
            return True
        if bare.lower() in _PREPOSITIONS and cased:
            return True
        if is_particle(bare):
            continue
        if bare.lower() in _FATHERS:
            continue
        if cased and bare[:1].islower() and not re.match(r"(?:d|l|o|al|el)['’-]", bare):
            return True
        if bare.lower() in _small_words() and len(bare) > 1 and not bare.isupper() and not cased:
            return True
        if len(bare) > 1 and bare.isupper() and bare.lower() in _small_words() and len(tokens) > 2:
            return True
    return False


def _are_initials(token: str, text: str) -> bool:
    """Whether a word of a text is initials; in a text of capitals a short word may be any."""
    return is_initials(token) and ("." in token or len(token) == 1 or not text.isupper())


def _strength(tokens: list[str]) -> int:
    bare = [token.strip(".,") for token in tokens]
    some = [token for token in tokens if is_initials(token)]
    if some and len(some) < len(tokens):
        if len(some) == 1 and len(some[0].strip(".")) == 1 and "." not in some[0] and len(tokens) > 3:
            return WEAK
        return STRONG
    if any(is_patronymic(token) for token in bare) or any(is_given_name(token) for token in bare):
        return STRONG
    if any(token.lower() in _FATHERS for token in bare):
        return STRONG
    if len(tokens) > 5 or (len(tokens) > 2 and all(token.isupper() for token in bare)):
        return NO
    mixed = any(token.isupper() and len(token) > 2 for token in bare) and not all(token.isupper() for token in bare)
    return STRONG if mixed and len(tokens) < 5 else WEAK


@lru_cache(maxsize=2048)
def person_of(text: str, language: str = "") -> Person | None:
    """The person whom a stretch names; None for a body or what cannot be read."""
    read = read_person(bare_name(" ".join(text.split())), language)
    person = read.value
    return person if person and not person.group and not person.anonymous and (person.surname or person.full) else None
