"""The line that says in which issue an article is: `№1(25) 2023, 8-14 p`, `Vol. 12, No. 3 (2020): 45–56`, in any order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from jats.importers.text_page.shapes import is_prose
from jats.parsers.digits import plain_digits
from jats.vocab.tables import rows

Where = tuple[int, int]
_NUMBER = r"(?:\d{1,4}(?:\s?[-–/]\s?\d{1,4}(?!\d))?|(?<=[\s.:№])(?-i:[IVXLCІХ]{1,8})(?![^\W\d_]))"
_IN_BRACKETS = r"(?:\s?[(\[](?!(?:19|20)\d\d[)\]])\d{1,4}(?:[-–/]\d{1,4})?[)\]])?"
_YEAR = re.compile(r"(?<![\d/№–-])(?<!\d\.)(?:19|20)\d\d(?![\d/]|\s?[-–]\s?\d)")
_YEAR_BEFORE = re.compile(r"(?<![^\W_])(?:yıl|рік|год|year|año|ano|rok|jahr|év|година|жыл)\s?:?\s?$", re.IGNORECASE)
_YEAR_WORD = re.compile(r"[\s-]?(?:yil\w*|р\.|г\.|год[а-я]?|року|рік|ж\.|жыл\w*|年|년|y\.|\.\s?god\.)")
_COMPACT = re.compile(
    r"(?<![\d.–-])(?P<volume>\d{1,4})\s?\((?!(?:19|20)\d\d\))(?P<issue>\d{1,4}(?:\s?[-–/]\s?\d{1,4})?"
    r"|[Ss]uppl?\.?[^()]{0,12})\)"
)
_VANCOUVER = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?:\s[^\W\d_]{3}\.?(?:\s\d{1,2})?)?\s?;\s?(?P<volume>\d{1,4})(?:\((?P<issue>[^()]{1,12})\))?\s?:\s?(?P<pages>[eE]?\d{1,7}(?:\s?[-–]\s?\d{1,6})?)"
)
_NUMBER_OF_YEAR = re.compile(r"(?<![\d/])(?P<issue>\d{1,2}(?:[-–]\d{1,2})?)/(?P<year>(?:19|20)\d\d)(?![\d/])")
_BEFORE_YEAR = re.compile(r"(?<=[^\W\d_]{3}\s)(?P<volume>\d{1,3})(?=,\s(?:19|20)\d\d,\s)")
_BARE_VOLUME = re.compile(r"(?<=[^\W\d_.]\s)(?P<volume>\d{1,3})(?=,?\s?\((?:19|20)\d\d\)(?:,?:?\s?\d|[,.]\s?[^\s\d]))")
_RANGE = r"(?P<first>[A-Z]?\d{1,5})\s?[-–—−~～]\s?(?P<last>[A-Z]?\d{1,5})(?!\d)"
_ELOCATION = re.compile(
    (
        r"(?<![\w@/.-])(?P<elocation>[eE]\d{2,12})(?!\w)|(?:article|art\.|article no\.?|article number|id"
        r"|ст\.)\s?:?\s?(?P<number>[eE]?\d{2,12})(?![\w-])|(?<=,\s)article (?P<single>\d)(?=[.,;\s]*$)"
    ),
    re.IGNORECASE,
)
_AFTER_COLON = re.compile(rf"(?:[:：](?:\s?[^\W\d_]{{2,12}}\.?,)?|\))\s*,?\s*{_RANGE}")
_LAST_RANGE = re.compile(rf"(?<![\d/.№])(?<!\d[-–]){_RANGE}(?=\s*(?:$|[,;.(\s|]))")
_LAST_NUMBER = re.compile(r"(?:,\s(\d{5,7})|\)\s(\d{4,7}))\s*\.?$")
_AFTER_COMPACT = re.compile(r"\s*[,:]\s?(?P<elocation>\d{1,8})(?=\s*(?:$|[;,.]\s|\.$|;))")
_DATE = re.compile(r"(?<![\d.])(?:\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)(?!\d)")
_TRIM = " \t,;:.|/-–—()[]«»\u00a0"
_LETTERS = re.compile(r"[^\W\d_]")
_BAR = re.compile(r"\s*(?P<issue>\d{1,4})\s*\|\s*(?P<year>(?:19|20)\d\d)\s*")
_ISSUE_ALONE = re.compile(r"\W*(?P<issue>\d{1,4}\s?\((?!(?:19|20)\d\d\))\d{1,4}\))\W*")
_BARS = re.compile(  # as CEJSH has it
    r"\s*(?P<year>(?:19|20)\d\d)\s*\|\s*(?:(?P<volume>\d{1,4}|[IVXLC]{1,7})\s*\|\s*)?"
    r"(?P<issue>\d{1,4}(?:[-/]\d{1,3})?(?:\s?\(\d{1,4}\))?)\s*\|\s*(?P<pages>\d{1,5}\s?[-–]\s?\d{1,5})\s*"
)
_DIGIT = re.compile(r"\d|\b[IVXLC]+\b")
_LONGEST = 260


@dataclass(slots=True)
class IssueLine:
    """What a line says of the issue: each value with its offsets in the line."""

    volume: Where | None = None
    issue: Where | None = None
    year: Where | None = None
    pages: Where | None = None
    elocation: Where | None = None
    date: Where | None = None
    title: Where | None = None
    covered: list[Where] = field(default_factory=list)
    """Values together with the words that belong to them."""

    @property
    def facts(self) -> int:
        """How many of volume, issue, year, pages it has."""
        return sum(1 for one in (self.volume, self.issue, self.year, self.pages or self.elocation) if one)


def _of(kind: str) -> list[str]:
    found = {word.strip() for row in rows("number_words") if row[0].startswith(kind) for word in row[1].split(";")}
    return sorted((word for word in found if word), key=lambda word: (-len(word), word))


@cache
def _words(kind: str) -> frozenset[str]:
    """The words before the numbers of a kind."""
    if kind == "page":
        table = {word.strip() for row in rows("page_words") for word in row[1].split(";")}
        return frozenset({*table, *_PAGE_WORDS} - {""})
    more = {"issue": ("вип", "núm", "n.º", "n.°", "ausgabe", "numéro"), "volume": ()}[kind]
    return frozenset({*_of(kind), *more} - (_YEAR_WORDS if kind == "volume" else frozenset()))


_PAGE_WORDS = ("page", "pages", "hal", "halaman", "oldal", "صفحه", "صص", "ص", "σσ", "σ", "lk", "lpp", "blz")
_YEAR_WORDS = frozenset(("год", "god", "año", "ano", "yıl", "anno", "سال"))
_AHEAD = r"(?P<word>№№?|#|[^\W\d_]+[°º]?|n\.\s?[°º])(?P<sign>\s?[.:]\s?:?\s?|\s?)"
_VOLUME_AHEAD = re.compile(rf"{_AHEAD}(?P<a>{_NUMBER})")
_ISSUE_AHEAD = re.compile(rf"{_AHEAD}(?P<a>{_NUMBER}(?:[a-zа-я](?![^\W\d_]))?{_IN_BRACKETS})")
_PAGES_AHEAD = re.compile(rf"{_AHEAD}(?:{_RANGE}|(?P<one>[A-Z]?\d{{1,5}})(?![\d\w]))")
_VOLUME_AFTER = re.compile(
    r"[第제]?\s?(?P<b>\d{1,4}|\b(?-i:[IVXLC]{1,7})(?=\.\s?év|\.\s?roč|\.\s?jahr|\.\s?årg))[.-]?\s?"
    r"(?:évfolyam|évf|ročník|roč|jahrgang|jg|årgang|årg|vuosikerta|vsk|jild|권|卷|巻)"
    r"(?:\.|(?![^\W\d_])|(?<=[권卷巻]))|ปีที่\s?(?P<d>\d{1,3})|(?<![^\W_])(?:год|god|рік|rok|r)\.\s?(?P<c>\d{1,3})(?!\d)",
    re.IGNORECASE,
)
_ISSUE_AFTER = re.compile(
    r"[第제]?\s?(?P<b>(?<!\d/)\d{1,4}(?:[-–/]\d{1,3})?)[.-]?\s?(?:szám|sz|son|호|号|號|期)"
    r"(?:\.|(?![^\W\d_])|(?<=[호号號期]))|ฉบับที่\s?(?P<d>\d{1,3}(?:[-–]\d{1,3})?)"
    r"|(?:vol|т|том|v)\.?\s?\d{1,4}\s?/\s?(?P<c>\d{1,3})(?!\d)",
    re.IGNORECASE,
)
_PAGES_AFTER = re.compile(
    r"(?<![\d.№-])(?P<from>[A-Z]?\d{1,5})\.?\s?[-–—−~～]\s?(?P<till>[A-Z]?\d{1,5})[.-]?\s?"
    r"(?:betlar|betlari|b|pp|p|сс|с|стор|стр|str|б|бб|бет|беттер|oldal|old|o|lk|lpp|sivut|s|págs|ss|頁|쪽|页|면)(?![^\W\d_])",
    re.IGNORECASE,
)


def _found(kind: str, plain: str) -> Iterator[re.Match[str]]:
    """Numbers with a word of their kind before them or after them."""
    ahead, after = {
        "volume": (_VOLUME_AHEAD, _VOLUME_AFTER),
        "issue": (_ISSUE_AHEAD, _ISSUE_AFTER),
        "page": (_PAGES_AHEAD, _PAGES_AFTER),
    }[kind]
    at = 0
    while match := ahead.search(plain, at):
        word = match["word"].lower()
        signed = len(word) > 1 or not word.isalpha() or word > "\u2e80" or bool(match["sign"].strip())
        is_range = kind == "issue" and word in _words("page") and re.search(r"\d\s?[-–]\s?\d", match["a"])
        of_article = kind == "issue" and plain[: match.start()].lower().endswith(("article ", "article no", "art. "))
        if word in _words(kind) and signed and not is_range and not of_article:
            yield match
            at = match.end()
        else:
            at = match.end("word")
    yield from after.finditer(plain)


def read_issue_line(text: str, hint: str = "") -> IssueLine | None:
    """The issue that a line names; None if it names none. `hint` is the kind of the line's label, for a bare number."""
    if len(text) > _LONGEST or not _DIGIT.search(text) or (is_prose(text) and not hint):
        return None
    plain = plain_digits(text)
    found = IssueLine()
    if date := _DATE.search(plain):
        found.date = date.span()
        plain = _blank(plain, date.span())
        found.covered.append(date.span())
    if hint == "issue" and (whole := _ISSUE_ALONE.fullmatch(plain)):
        found.issue = whole.span("issue")
        found.covered.append(found.issue)
        return found
    if whole := _VANCOUVER.search(plain):
        _take_all(found, whole)
        plain = _blank(plain, whole.span())
    if whole := _BAR.fullmatch(plain) or _BARS.fullmatch(plain):
        _take_all(found, whole)
        plain = _blank(plain, whole.span())
    for read in (_read_issue_words, _read_bare_volume, _read_compact, _read_pages, _read_year, _read_loose_range):
        plain = read(plain, found)
    for again in (*_VOLUME_AFTER.finditer(plain), *_ISSUE_AFTER.finditer(plain)) if found.volume else ():
        found.covered.append(again.span())
    if hint and not found.facts:
        _read_hint(plain, hint, found)
    if not found.facts:
        return None
    found.title = _title(text, found)
    return found


def _blank(text: str, where: Where) -> str:
    return text[: where[0]] + "\0" * (where[1] - where[0]) + text[where[1] :]


def _take_all(found: IssueLine, match: re.Match[str]) -> None:
    for name in ("year", "volume", "issue", "pages"):
        if match.groupdict().get(name):
            article_number = name == "pages" and match[name][0] in "eE"
            setattr(found, "elocation" if article_number else name, match.span(name))
    found.covered.append(match.span())


def _group(match: re.Match[str]) -> Where:
    """The number of a match, whichever form it has."""
    groups = match.groupdict()
    return next(match.span(name) for name in ("a", "b", "c", "d") if groups.get(name))


def _read_issue_words(plain: str, found: IssueLine) -> str:
    """Volume and issue after, or before, the words for them."""
    for name in ("issue", "volume"):
        if getattr(found, name):
            continue
        for match in _found(name, plain):
            where = _group(match)
            value = plain[where[0] : where[1]]
            if re.fullmatch(r"(?:19|20)\d\d", value.strip()):
                continue
            if year := re.fullmatch(r"(\d{1,3})\s?[/–-]\s?((?:19|20)\d\d)", value):
                found.year = found.year or (where[0] + year.start(2), where[1])
                where = (where[0], where[0] + year.end(1))
            elif year := re.fullmatch(r"((?:19|20)\d\d)\s?/\s?(\d{1,3}(?:[-–]\d{1,2})?)", value):  # `2020/3. szám`
                found.year = found.year or (where[0], where[0] + year.end(1))
                where = (where[0] + year.start(2), where[1])
            setattr(found, name, where)
            found.covered.append(match.span())
            if (
                name == "volume"
                and (inner := re.match(r"\s?\((?!(?:19|20)\d\d)(\d{1,4}(?:[-–/]\d{1,4})?)\)", plain[where[1] :]))
                and not found.issue
            ):
                found.issue = (where[1] + inner.start(1), where[1] + inner.end(1))
                found.covered.append((where[1], where[1] + inner.end()))
                plain = _blank(plain, (where[1], where[1] + inner.end()))
            plain = _blank(plain, match.span())
            break
    return plain


def _read_bare_volume(plain: str, found: IssueLine) -> str:
    """`Journal of Lakes 45 (2019)`."""
    bare = None if found.volume else _BARE_VOLUME.search(plain) or (None if found.issue else _BEFORE_YEAR.search(plain))
    if bare is None:
        return plain
    found.volume = bare.span()
    found.covered.append(bare.span())
    return _blank(plain, bare.span())


def _read_compact(plain: str, found: IssueLine) -> str:
    """`14(5), 412` and `63(4): 201-209`."""
    if found.volume or found.issue:
        return plain
    if of_year := _NUMBER_OF_YEAR.search(plain):
        found.issue, found.year = of_year.span("issue"), of_year.span("year")
        found.covered.append(of_year.span())
        return _blank(plain, of_year.span())
    if not (match := _COMPACT.search(plain)):
        return plain
    found.volume, found.issue = match.span("volume"), match.span("issue")
    found.covered.append(match.span())
    plain = _blank(plain, match.span())
    if number := _AFTER_COMPACT.match(plain, match.end()):
        found.elocation = number.span("elocation")
        found.covered.append(number.span())
        plain = _blank(plain, number.span())
    return plain


def _read_pages(plain: str, found: IssueLine) -> str:
    if found.pages or found.elocation:
        return plain
    others = (one for form in (_ELOCATION, _AFTER_COLON) for one in form.finditer(plain) if not _is_years(one[0]))
    match = next(_found("page", plain), None) or next(others, None)
    if match is None:
        return plain
    _set_pages(found, match)
    return _blank(plain, match.span())


def _set_pages(found: IssueLine, match: re.Match[str]) -> None:
    groups = {name: where for name in match.groupdict() if match[name] and (where := match.span(name))}
    if number := groups.get("elocation") or groups.get("number") or groups.get("single"):
        found.elocation = number
    elif "one" in groups:
        found.pages = groups["one"]
    else:
        found.pages = (groups.get("first") or groups["from"])[0], (groups.get("last") or groups["till"])[1]
    found.covered.append(match.span())


def _is_years(text: str) -> bool:
    return len(re.findall(r"(?:19|20)\d\d", text)) > 1


def _read_year(plain: str, found: IssueLine) -> str:
    if found.year:
        return plain
    if match := _YEAR.search(plain):
        found.year = match.span()
        word = _YEAR_WORD.match(plain, match.end())
        end = word.end() if word else match.end()
        before = _YEAR_BEFORE.search(plain, 0, match.start())
        found.covered.append((before.start() if before else match.start(), end))
        plain = _blank(plain, (match.start(), end))
    return plain


def _read_loose_range(plain: str, found: IssueLine) -> str:
    """A range of numbers at the end, of a line that names volume or issue."""
    if found.pages or found.elocation or not (found.volume or found.issue):
        return plain
    if found.volume and not found.issue and (number := _LAST_NUMBER.search(plain)):
        found.elocation = number.span(number.lastindex or 0)
        found.covered.append(found.elocation)
        return _blank(plain, found.elocation)
    for match in reversed(list(_LAST_RANGE.finditer(plain))):
        if not _is_years(match[0]):
            _set_pages(found, match)
            return _blank(plain, match.span())
    return plain


def _read_hint(plain: str, hint: str, found: IssueLine) -> None:
    match = re.search(r"[eE]?\d{1,8}(?:\s?[-–—]\s?\d{1,6})?(?:\s?\(\d+\))?|^\W*[IVXLC]+\W*$", plain)
    if match and hint in ("volume", "issue", "pages", "year"):
        setattr(found, hint, match.span())
        found.covered.append(match.span())


def _title(text: str, found: IssueLine) -> Where | None:
    """The words before the first number: the journal's title."""
    first = min(where[0] for where in found.covered)
    words = text[:first]
    start = len(words) - len(words.lstrip(_TRIM + "•"))
    end = len(words.rstrip(_TRIM))
    if len(_LETTERS.findall(words[start:end])) < 4 and not re.search(
        "[\u3400-\u9fff\uac00-\ud7af]{3}", words[start:end]
    ):
        return _dense_title(text, found)
    town = re.fullmatch(r"(.+\s.+), [^\W\d_]+(?: [^\W\d_]+)?", text[start:end])
    if town and re.match(r", v\.\s?\d", text[end:]):  # `Rev. Bras. Mar, Santos, v. 11`, as SciELO prints it
        end = start + town.end(1)
    if _is_of_numbers(text[start:end]):
        return None
    opened = text[start:end]
    if opened.count("«") > opened.count("»") and text[end : end + 1] == "»":
        end += 1
    return start, end


def _dense_title(text: str, found: IssueLine) -> Where | None:
    """The title between the numbers, as heads of Chinese journals have it: `第38卷 第5期  海岸工程学报  Vol.38 No.5`."""
    for match in re.finditer("[\u3400-\u9fff]{4,}", text):
        if not any(start < match.end() and match.start() < end for start, end in found.covered):
            return match.span()
    return None


def _is_of_numbers(text: str) -> bool:
    """Whether the words are only those before numbers: `Cilt/Volume`."""
    known = _words("volume") | _words("issue") | _words("page") | _YEAR_WORDS | {"year"}
    words = re.findall(r"[^\W\d_]+", text.lower())
    return bool(words) and all(word in known for word in words)


def pieces(found: IssueLine) -> Iterator[tuple[str, Where]]:
    """The values by the names of their fields."""
    for name in ("volume", "issue", "year", "pages", "elocation", "date"):
        if where := getattr(found, name):
            yield name, where
