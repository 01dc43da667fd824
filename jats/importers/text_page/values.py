"""Values with a form of their own: DOIs, ISSNs, codes of classifications, dates."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from jats.draft import Text
from jats.importers.text_page.blocks import LABEL, SAME, Page, Span
from jats.importers.text_page.tables import folded
from jats.parsers.dates import read_date

DOI = re.compile(
    (
        r"(?:https?\s?:\s?//\s?(?:dx\.)?doi\.org/"
        r"|doi\s?[:：]?\s?(?:https?://(?:dx\.)?doi\.org/)?)?(?P<doi>10\.\d{4,9}/[^\s\"<>«»“”,;]+)"
    ),
    re.IGNORECASE,
)
ISSN = re.compile(r"(?<![\d-])\d{4}[-–‑]\d{3}[\dXxХх](?![\d-])")
_ELECTRONIC = re.compile(
    r"e-?issn|issn-?e\b|\(e\)|online|on-line|electr|онлайн|електр|электр|línea|elektr|web|digital|網路|电子|internet",
    re.IGNORECASE,
)
_PRINT = re.compile(
    r"p-?issn|print|\(p\)|друк|печат|impres|gedruckt|imprim|basılı|druk|tisk|tlač|papel|stampa|纸|印刷", re.IGNORECASE
)
_DATE_CHUNK = re.compile(
    r"[\d۰-۹٠-٩]{1,4}[./-]\s?[\d۰-۹٠-٩]{1,2}[./-]\s?[\d۰-۹٠-٩]{2,4}"
    r"|[\d۰-۹]{4}\s?[年년][^\n]{0,14}?[日일]"
    r"|[\d۰-۹]{1,2}\.?(?:º|er|st|nd|rd|th)?[\s.-]+(?:de |d['’]|of )?[^\W\d_]{3,14}\.?,?[\s.-]+(?:de |of )?[\d۰-۹]{4}"
    r"|[^\W\d_]{3,14}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}"
    r"|\d{4}\.?\s(?:m\. |gada |г\. )?[^\W\d_]{3,14}\.?\s\d{1,2}\.?"
    r"|\d{4}[-–.]\d{2}(?!\d)|[^\W\d_]{3,12}\.?,?\s\d{4}|(?<!\d)(?:19|20)\d\d(?!\d)"
)
_CODE_SPLIT = re.compile(r"(?<!\s)\s*(?:[,;，；]|\s(?:and|та|и|і)\s|\s{2,})\s*")


def find_doi(text: str) -> re.Match[str] | None:
    """The first DOI of a text, with the address or label before it."""
    return DOI.search(text)


def doi_span(page: Page, span: Span, found: re.Match[str]) -> Span:
    """The DOI itself, without a full stop or bracket after it."""
    return page.strip(span.part(*found.span("doi")), ".,;)]")


@dataclass(slots=True)
class Facts:
    """What the page says in single values, by field; what it says again is compared."""

    page: Page
    texts: dict[str, Text] = field(default_factory=dict)
    issns: dict[str, Text] = field(default_factory=dict)
    codes: dict[str, list[Text]] = field(default_factory=dict)
    clashes: list[tuple[str, Text, Text]] = field(default_factory=list)

    def put(self, name: str, span: Span) -> bool:
        """Keep a value, unless the field has one; whether it was new."""
        value = self.page.text(span).strip()
        if not value:
            return False
        before = self.texts.get(name)
        if before is None:
            self.texts[name] = self.page.take(span, name)
            return True
        again = Text(value, self.page.place(span))
        self.page.use(span, SAME, name)
        if name in _DATED and _same_day(str(before.value), value):
            return False
        if not is_same(str(before.value), value):
            self.clashes.append((name, before, again))
        return False

    def put_doi(self, span: Span) -> bool:
        """Keep the DOI of a stretch, with its address; whether there is one."""
        text = self.page.text(span)
        found = find_doi(text)
        if not found:
            return False
        own = doi_span(self.page, span, found)
        self.page.use(span.part(found.start(), own.start - span.start), LABEL, "doi")
        self.put("doi", own)
        return True

    def put_issns(self, span: Span) -> int:
        """Keep the ISSNs of a stretch, by kind; how many there are."""
        text = self.page.text(span)
        some = list(ISSN.finditer(text))
        for at, found in enumerate(some):
            before = text[some[at - 1].end() if at else 0 : found.start()]
            after = text[found.end() : some[at + 1].start() if at + 1 < len(some) else found.end() + 22]
            kind = self._kind(before[-24:], after)
            label = re.search(
                r"(?:[pe]-?)?ISSN(?:-L)?\W*(?:\((?:online|print|p|e)\))?\W*$|\(?(?:online|print)\)?\W*$",
                before,
                re.IGNORECASE,
            )
            if label:
                self.page.use(span.part(found.start() - len(before) + label.start(), found.start()), LABEL, "issn")
            tail = re.match(
                (
                    r"\s?[(\[]?(?:e-?issn|p-?issn|online|print|on-line|versão online|versão impressa|versión en línea"
                    r"|versión impresa|онлайн|друк\w*|печатн\w*|електронн\w*)[)\]]?"
                ),
                after,
                re.IGNORECASE,
            )
            if tail:
                self.page.use(span.part(found.end(), found.end() + tail.end()), LABEL, "issn")
            self._put_issn(kind, span.part(*found.span()))
        return len(some)

    @staticmethod
    def _kind(before: str, after: str) -> str:
        after = re.split(r"[ep]?-?issn", after, flags=re.IGNORECASE)[0]
        near = re.match(r"\s?[(\[]?\s?[^\s()\[\]]{1,14}", after)
        for text in (near[0] if near and near[0].strip()[:1] in "([" else "", before.rpartition(")")[2], after[:22]):
            if _ELECTRONIC.search(text):
                return "electronic"
            if _PRINT.search(text):
                return "print"
        return ""

    def _put_issn(self, kind: str, span: Span) -> None:
        value = self.page.text(span)
        if any(str(one.value) == value for one in self.issns.values()):
            self.page.use(span, SAME, "issn")
            return
        free = [one for one in (kind, "electronic", "print") if one not in self.issns]
        if (free and kind not in self.issns) or kind == "":
            self.issns[free[0]] = self.page.take(span, "journal.issn")

    def put_codes(self, kind: str, span: Span) -> None:
        """Keep the codes of a classification."""
        text = self.page.text(span)
        at = 0
        splits = (
            _CODE_SPLIT.finditer(text) if kind in ("jel", "msc", "pacs") else re.finditer(r"(?<!\s)\s*[;]\s*", text)
        )
        cuts = [one.span() for one in splits]
        for start, end in [*cuts, (len(text), len(text))]:
            part = self.page.strip(span.part(at, start), ".,;")
            if part.end > part.start:
                value = self.page.text(part)
                if any(str(one.value) == value for one in self.codes.get(kind, [])):
                    self.page.use(part, SAME, kind)
                else:
                    self.codes.setdefault(kind, []).append(self.page.take(part, "subjects"))
            at = end

    def put_date(self, kind: str, span: Span, language: str = "") -> bool:
        """Keep the date in a stretch; whether one is there that can be read."""
        text = self.page.text(span)
        for found in _DATE_CHUNK.finditer(text):
            if read_date(found[0], language).value is not None:
                part = self.page.strip(span.part(*found.span()))
                self.put(kind, part)
                rest = text[: found.start()] + text[found.end() :]
                if sum(map(str.isalpha, folded(rest))) < 10:
                    self.page.use(span, LABEL, kind)
                return True
        return False


_DATED = frozenset(("received", "rev-recd", "accepted", "published", "issue_year"))


def _same_day(one: str, other: str) -> bool:
    first, second = read_date(one).value, read_date(other).value
    return first is not None and second is not None and str(first) == str(second)


def _plain(text: str) -> str:
    return re.sub(r"[\W_]", "", text.lower())


def is_same(one: str, other: str) -> bool:
    """Whether two values are the same, or one is a part of the other, but for punctuation."""
    a, b = _plain(one), _plain(other)
    return a == b or (bool(a and b) and (a in b or b in a))
