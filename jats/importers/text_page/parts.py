"""The parts of a page by their kind: texts, values of one line, and lines that have a form of their own."""

from __future__ import annotations

import re
from collections.abc import Callable

from jats.draft import Text
from jats.importers.text_page.addresses import has_institution
from jats.importers.text_page.blocks import LABEL, Page, Span
from jats.importers.text_page.issue_line import IssueLine, pieces, read_issue_line
from jats.importers.text_page.labels import CODES, DATES
from jats.importers.text_page.languages import NEIGHBOURS, fits_script, language_of
from jats.importers.text_page.licences import licence_in
from jats.importers.text_page.lists import read_references
from jats.importers.text_page.names import name_strength, person_of
from jats.importers.text_page.prose import prose_runs
from jats.importers.text_page.reading import Reading
from jats.importers.text_page.sections import Section
from jats.importers.text_page.shapes import is_address, is_licence, is_rights, is_shouted
from jats.importers.text_page.titles import folded_title
from jats.importers.text_page.values import find_doi
from jats.vocab.languages import words_to_language

_STATEMENTS = {
    "funding": "funding_statement", "conflict": "conflict_of_interest", "acknowledgements": "acknowledgements",
    "data": "data_availability", "contributions": "contributions", "ethics": "ethics",
}  # fmt: skip
_ISSUE_KINDS = ("issue", "volume", "year", "pages", "journal")
_CONTACT = re.compile(r"@|\+\d|\btel\b|тел\.|orcid", re.IGNORECASE)
_OF_JOURNAL = frozenset(("volume", "issue", "issue_year", "journal.issn", "pages", "published", "doi"))
_DATE_FIELDS = {"received": "received", "revised": "rev-recd", "accepted": "accepted", "published": "published"}


def read_part(reading: Reading, section: Section) -> None:
    """Read a labelled part, as its kind asks."""
    reader = _PARTS.get(section.kind)
    if reader is not None and section.spans:
        reader(reading, section)


def _text(reading: Reading, section: Section, name: str) -> None:
    """A text in a language."""
    page = reading.page
    spans = [span for span in section.spans if page.text(span).strip()]
    if not spans:
        return
    language = _language_of(reading, section, page.joined(spans))
    groups = (
        [[span] for span in spans] if name == "keywords" and _is_one_a_line(page, spans) else paragraphs(page, spans)
    )
    values = [page.take(group, name) for group in groups]
    kept = reading.texts.setdefault(name, {})
    if language in kept and name in ("abstract", "keywords"):
        if _same(kept[language], values):
            return
        language = next((one for one in section.languages if one not in kept), f"{language}-x-{len(kept)}")
    kept.setdefault(language, []).extend(values)


def _is_one_a_line(page: Page, spans: list[Span]) -> bool:
    """Whether each line is a keyword: there is no sign between keywords in any line."""
    return len(spans) > 1 and not any(re.search(r"[,;·•،؛、；，]|-$", page.text(span).rstrip()) for span in spans)


def _language_of(reading: Reading, section: Section, text: str) -> str:
    """The language of a text: by its words; of keywords by the label, or by the abstract before them."""
    if section.kind != "keywords":
        found = language_of(text, section.languages) or (section.languages or ("",))[0]
        return _told_apart(reading, found)
    own = [one for one in section.languages if fits_script(text, one)]
    before = [tag for tag in reading.texts.get("abstract", {}) if tag]
    if "en" not in own and own:
        return next((one for one in own if one in before), language_of(text, own) if len(own) > 1 else own[0]) or own[0]
    if holder := _abstract_with(reading, text):
        return holder
    guess = language_of(text, own)
    if own and (guess in (None, "en") or "en" in before or guess not in before):
        return own[0]
    return guess or (section.languages or ("",))[0]


def _abstract_with(reading: Reading, keywords: str) -> str | None:
    """The language of the only abstract that has most words of the keywords, if the label of these is English by habit."""
    words = set(re.findall(r"[^\W\d_]{4,}", keywords.lower()))
    found = {
        tag: sum(1 for word in words if word in " ".join(str(text.value) for text in texts).lower())
        / max(len(words), 1)
        for tag, texts in reading.texts.get("abstract", {}).items()
    }
    best = max(found, key=lambda tag: found[tag], default=None)
    alone = best is not None and found[best] > 0.5 and all(one < 0.4 for tag, one in found.items() if tag != best)
    return best if alone and best and best not in reading.texts.get("keywords", {}) else None


def _told_apart(reading: Reading, language: str) -> str:
    """The language of a text, or the one like it that alone has a label of the page."""
    alike = next((some for some in NEIGHBOURS if language in some), ())
    labelled = {
        section.languages[0]
        for section in reading.sections
        if len(section.languages) == 1 and section.languages[0] in alike
    }
    return labelled.pop() if len(labelled) == 1 else language


def _same(one: list[Text], other: list[Text]) -> bool:
    return folded_title(" ".join(str(text.value) for text in one)) == folded_title(
        " ".join(str(text.value) for text in other)
    )


def paragraphs(page: Page, spans: list[Span]) -> list[list[Span]]:
    """Stretches by paragraph: a blank line, or a sentence's end in a short line, parts them."""
    widest = max(len(page.blocks[span.block].text.rstrip()) for span in spans)
    groups: list[list[Span]] = []
    for span in spans:
        before = groups[-1][-1] if groups else None
        wrapped = (before is not None and _is_inner_heading(page.text(before), len(groups[-1]))) or (
            before is not None
            and not page.blocks[span.block].gap
            and (
                (widest < 140 and len(page.blocks[before.block].text.rstrip()) > 0.7 * widest)
                or page.text(before).rstrip()[-1:] not in ".!?…:;。"
                or page.text(span)[:1].islower()
            )
        )
        if wrapped:
            groups[-1].append(span)
        else:
            groups.append([span])
    return groups


def _is_inner_heading(text: str, lines: int) -> bool:
    """Whether a line is a heading inside an abstract, `Methods:`, whose text is in the next line."""
    return lines == 1 and len(text) < 45 and text.rstrip()[-1:] in (":", "：")


def _abstract(reading: Reading, section: Section) -> None:
    page = reading.page
    texts = [page.text(span) for span in section.spans]
    if (
        len(texts) > 1
        and len(texts[0]) < 250
        and (_is_above(*texts[:2]) or is_shouted(texts[0]) > is_shouted(texts[1]))
    ):
        reading.sections.append(Section("title", section.languages, [section.spans.pop(0)]))
    _text(reading, section, "abstract")


def _is_above(first: str, second: str) -> bool:
    """Whether the first line of an abstract is the title above it: short, without a full stop, before a longer line."""
    short = len(first) < 0.7 * len(second) and len(first.split()) > 3
    return short and first.rstrip()[-1:] not in ".,:;-!?" and second[:1].isupper()


def _keywords(reading: Reading, section: Section) -> None:
    page = reading.page
    spans = [page.strip(span, ".") if span is section.spans[-1] else span for span in section.spans]
    spans = [part for span in spans for part in _by_wide_blanks(page, span)]
    _text(reading, Section("keywords", section.languages, spans, section.label), "keywords")


def _by_wide_blanks(page: Page, span: Span) -> list[Span]:
    """The keywords of a line where only wide blanks are between them."""
    text = page.text(span)
    words = [found.span() for found in re.finditer(r"\S+(?:\s\S+)*", text)]
    if len(words) < 2 or re.search(r"[,;·•،؛、；，]", text):
        return [span]
    return [span.part(*where) for where in words]


def _statement(reading: Reading, section: Section) -> None:
    _text(reading, section, _STATEMENTS[section.kind])


def _award(reading: Reading, section: Section) -> None:
    reading.facts.put("award", section.spans[0])


def _codes(reading: Reading, section: Section) -> None:
    for span in section.spans:
        if section.kind == "udc" and (found := find_doi(reading.page.text(span))):
            reading.facts.put_doi(span)
            span = span.part(0, found.start())
        reading.facts.put_codes(section.kind, span)


def _date(reading: Reading, section: Section) -> None:
    name = _DATE_FIELDS[section.kind]
    languages = section.languages or ("",)
    for span in section.spans:
        if reading.facts.put_date(name, span, languages[0]):
            break


def _doi(reading: Reading, section: Section) -> None:
    for span in section.spans:
        reading.facts.put_doi(span)


def _issn(reading: Reading, section: Section) -> None:
    page = reading.page
    for at, span in enumerate(section.spans):
        labelled = section.label if at == 0 and section.label and section.label.block == span.block else None
        reading.facts.put_issns(Span(span.block, labelled.start, span.end) if labelled else span)
        for left in page.free(span.block):
            read_issue(reading, left, least=1)


def _issue(reading: Reading, section: Section) -> None:
    page = reading.page
    for at, span in enumerate(section.spans):
        whole = (
            Span(span.block, section.label.start, span.end)
            if section.label and at == 0 and section.label.block == span.block
            else span
        )
        found = read_issue_line(page.text(whole), section.kind if section.kind == "issue" and whole is span else "")
        if found and found.facts > (1 if whole is not span else 0):
            found.title = None if section.label and section.label.block == span.block else found.title
            take_issue(reading, whole, found)
        elif section.kind == "journal":
            _journal(reading, span)
        elif bare := read_issue_line(page.text(span), section.kind):
            take_issue(reading, span, bare)


def _journal(reading: Reading, span: Span) -> None:
    if reading.journal is None:
        reading.journal = reading.page.take(reading.page.strip(span, ".,;"), "journal.title")
    else:
        reading.page.use(span, "same", "journal.title")


def read_issue(reading: Reading, span: Span, least: int = 2) -> bool:
    """Read a stretch as the issue line, if it names enough of it."""
    page = reading.page
    found = read_issue_line(page.text(span))
    if found is None or (found.facts < least and not _is_bare(page.text(span), found)):
        return False
    if not (found.volume or found.issue or found.pages or found.elocation):
        return False
    if _CONTACT.search(page.text(span)) or (found.year is None and has_institution(page.text(span))):
        return False
    take_issue(reading, span, found)
    return True


def _is_bare(text: str, found: IssueLine) -> bool:
    """Whether nothing but the issue is in the line: `С. 45–52`."""
    left = "".join(
        letter for at, letter in enumerate(text) if not any(start <= at < end for start, end in found.covered)
    )
    return not re.search(r"[^\W_]", left) and not found.year


def take_issue(reading: Reading, span: Span, found: IssueLine) -> None:
    """Keep what an issue line says."""
    page, facts = reading.page, reading.facts
    for where in found.covered:
        page.use(span.part(*where), LABEL, "issue")
    for name, where in pieces(found):
        field = {"elocation": "elocation_id", "year": "issue_year", "date": "published"}.get(name, name)
        facts.put(field, page.strip(span.part(*where)))
        if field == "pages" and "." in str(facts.texts["pages"].value):  # `5.–19. lpp.`
            facts.texts["pages"].value = re.sub(r"\.(?=\s?[-–—])", "", str(facts.texts["pages"].value))
    if found.title:
        _journal(reading, span.part(*found.title))


def _language(reading: Reading, section: Section) -> None:
    page, span = reading.page, section.spans[0]
    tag = words_to_language(page.text(span).strip())
    if tag and reading.language is None:
        reading.language = tag
        page.use(span, LABEL, "language")


def _section(reading: Reading, section: Section) -> None:
    reading.facts.put("section", section.spans[0])


def _licence(reading: Reading, section: Section) -> None:
    for span in section.spans:
        read_rights(reading, span)


def _publisher(reading: Reading, section: Section) -> None:
    reading.facts.put("journal.publisher", section.spans[0])


def read_rights(reading: Reading, span: Span) -> None:
    """A statement of copyright or licence."""
    page, facts = reading.page, reading.facts
    text = page.text(span)
    licence = licence_in(text) if is_licence(text) else None
    if licence is None:
        if is_licence(text) and "©" not in text:
            facts.put("license_text", span)
        elif re.search(r"©|\(c\)|copyright|авторськ|авторск", text, re.IGNORECASE) or is_rights(text):
            facts.put("copyright", span)
        elif len(text) > 30:
            facts.put("license_text", span)
        return
    if "license" in facts.texts and "license_text" in facts.texts and is_address(text):
        page.use(span, "same", "license")
        return
    before = facts.texts.get("license")
    if before is None or ("." in licence.name and "." not in str(before.value)):
        facts.texts["license"] = Text(licence.name, page.place(span))
    if not facts.put("license_text", span):
        page.use(span, "same", "license")


def _references(reading: Reading, section: Section) -> None:
    reading.references += read_references(reading.page, section.spans)


_PARTS: dict[str, Callable[[Reading, Section], None]] = {
    "abstract": _abstract,
    "keywords": _keywords,
    "references": _references,
    "doi": _doi,
    "issn": _issn,
    "language": _language,
    "section": _section,
    "licence": _licence,
    "publisher": _publisher,
    "award": _award,
    **dict.fromkeys(_STATEMENTS, _statement),
    **dict.fromkeys(CODES, _codes),
    **dict.fromkeys(DATES, _date),
    **dict.fromkeys(_ISSUE_KINDS, _issue),
}
"""Readers of parts, by kind."""


def text_languages(reading: Reading) -> dict[int, str]:
    """Languages of the abstracts and keywords that were read, by their first block."""
    page = reading.page
    found: dict[int, str] = {}
    for section in reading.sections:
        if section.kind in ("abstract", "keywords") and section.spans:
            language = language_of(page.joined(section.spans), section.languages)
            if language:
                found[section.first] = language
    return found


def unlabelled_abstracts(reading: Reading) -> None:
    """Sentences before the references that no label names, in a language that has no abstract yet."""
    page, front = reading.page, reading.front
    kept = reading.texts.setdefault("abstract", {})
    end = min((section.first for section in reading.sections if section.kind in ("references", "body")), default=10**9)
    lines = [span for span in front.lines if page.is_free(span.block) and span.block < end] if front else []
    last: tuple[int, str] | None = None
    keywords = [section.first for section in reading.sections if section.kind == "keywords"]
    later = [span for span in front.lines if page.is_free(span.block) and span.block > end] if front else []
    below = [run for run in prose_runs(page, later) if any(0 < first - run[-1].block < 3 for first in keywords)]
    for run in [*prose_runs(page, lines), *below]:
        language = language_of(page.joined(run)) or ""
        follows = last is not None and last[1] == language and run[0].block == last[0] + 1
        if language not in kept or follows:
            kept.setdefault(language, []).append(page.take(run, "abstract"))
            last = (run[-1].block, language)


_HOLDERS = re.compile(r"(?:©|\(c\)|copyright)\s*(?:\(c\)\s*)?(?:\d{4})?\s*([^\d\W].{3,200})", re.IGNORECASE)


def known_names(reading: Reading) -> frozenset[str]:
    """Surnames, in small letters, that the citation line or the copyright line gives."""
    surnames = list(reading.cited.surnames) if reading.cited else []
    found = {word.lower() for name in surnames for word in name.split()}
    holders = reading.facts.texts.get("copyright")
    if match := _HOLDERS.search(str(holders.value) if holders else ""):
        names = [name for name in re.split(r"(?<!\s)\s*[,;]\s*", match[1]) if name_strength(name)]
        found |= {person.surname.lower() for name in names if (person := person_of(name)) and person.surname}
    return frozenset(found)
