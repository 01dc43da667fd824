"""A page as parts: each label with what it labels, and the lines that have no label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from jats.citations.markers import number_of
from jats.importers.text_page.blocks import COUNTER, LABEL, MENU, Page, Span
from jats.importers.text_page.labels import CODES, DATES, SHORT, Label, date_labels, inner_labels, label_at
from jats.importers.text_page.names import NO, name_strength
from jats.importers.text_page.shapes import is_address, is_counter, is_menu, is_prose, is_rights, is_shouted, is_tail
from jats.vocab.languages import to_639_1

_MEANING = re.compile(r"[^\W_]")
_OPEN_END = re.compile(r"(?:[,;·•،؛、；，-]|[^\W\d_]-|\b(?:and|та|і|и|und|et|y|e))\s*$")
_CLEARLY_NOT_TEXT = re.compile(
    r"https?://(?:dx\.)?doi\.org/|^\s*(?:doi\b|e-?mail\b|orcid\b|удк\b|udc\b|issn\b)|@\w", re.IGNORECASE
)
_NOT_ADDRESS = re.compile(r"doi\.org/|\bdoi\b|issn|\d{4};\d", re.IGNORECASE)
_REFERENCE_LIKE = re.compile(r"\b(?:1[89]|20)\d\d\b|https?://|\bdoi\b|^\s*(?:\[\d+\]|\d+[.)])", re.IGNORECASE)
_INNER_HEADING = re.compile(r"\s*[^\W\d_][^:：.]{2,40}[:：]\s*")
_IN_LANGUAGES = ("abstract", "keywords", "title")
"""Parts that a page may have in several languages, each after the code of its language."""
_PEOPLE = ("authors", "about", "correspondence", "affiliations")
_IN_REFERENCES = frozenset((
    "body", "pages", "year", "issue", "volume", "publisher", "email", "phone", "orcid", "issn", "title",
    "journal", "language", "doi", "section", "authors", "subjects", "licence", "data", "conflict", "udc",
    "award", "affiliations", "correspondence", "citation", "ethics",
))  # fmt: skip
_PARAGRAPH = frozenset(
    ("funding", "conflict", "acknowledgements", "contributions", "data", "ethics", "licence", "citation")
)


@dataclass(slots=True)
class Section:
    """A part of the page: `kind` is that of its label, or `loose` for lines without one; `tail` is left out."""

    kind: str
    languages: tuple[str, ...] = ()
    spans: list[Span] = field(default_factory=list)
    label: Span | None = None
    gaps: int = 0

    @property
    def first(self) -> int:
        """The block in which it begins."""
        return (self.label or self.spans[0]).block


def sections_of(page: Page) -> list[Section]:
    """The parts of a page in order; menus and counters are left out, and labels are accounted for."""
    found: list[Section] = []
    current: Section | None = None
    for index, block in enumerate(page.blocks):
        if not _MEANING.search(block.text):
            continue
        made = list(_read_block(page, index, current))
        found += made
        current = made[-1] if made else current
    return _with_unlabelled_list(page, [section for section in found if section.spans or section.label])


def _with_unlabelled_list(page: Page, found: list[Section]) -> list[Section]:
    """The parts, where numbered references at the end that no heading announces are a list of references."""
    if any(section.kind == "references" for section in found):
        return found
    lines = [at for at, section in enumerate(found) if section.kind == "loose" and len(section.spans) == 1]
    run: list[int] = []
    for at in lines:
        number = number_of(page.text(found[at].spans[0]))
        if number == len(run) + 1:
            run.append(at)
        elif number == 1:
            run = [at]
    texts = [page.text(found[at].spans[0]) for at in run]
    if len(run) < 2 or sum(1 for text in texts if _REFERENCE_LIKE.search(text[6:])) < 0.7 * len(run):
        return found
    spans = [span for section in found[run[0] : run[-1] + 1] if section.kind == "loose" for span in section.spans]
    others = [section for section in found[run[0] : run[-1] + 1] if section.kind != "loose"]
    return [*found[: run[0]], Section("references", (), spans), *others, *found[run[-1] + 1 :]]


def _read_block(page: Page, index: int, current: Section | None) -> Iterator[Section]:
    """The parts that begin in a block; what goes on with the current part is added to it."""
    text = page.blocks[index].text
    waiting = current is not None and not current.spans and current.kind not in ("tail", "loose")
    if text.count("|") > 2 and is_menu(text):
        page.use(page.whole(index), MENU)
        return
    if current is not None and current.kind in _IN_LANGUAGES and (language := _language_alone(text)):
        page.use(page.whole(index), LABEL, "language")
        yield Section(current.kind, (language,), [], page.whole(index))
        return
    label = label_at(text)
    if label and label.kind == "references" and label.alone and not _is_list_ahead(page, index):
        page.use(page.whole(index), LABEL, "references")
        yield Section("loose")
        return
    if label and _opens(label, page, index, current):
        yield from _labelled(page, index, label)
        return
    if not waiting and is_counter(text):
        page.use(page.whole(index), COUNTER)
        return
    if not waiting and is_tail(text):
        page.use(page.whole(index), MENU)
        yield Section("tail", spans=[], label=page.whole(index))
        return
    if is_menu(text) and not (waiting and current is not None and current.kind in SHORT and current.kind != "journal"):
        page.use(page.whole(index), MENU)
        return
    span = page.strip(page.whole(index))
    if current is not None and _goes_on(page, index, current):
        if current.kind == "tail":
            page.use(span, MENU)
            return
        yield from _added(page, span, current)
        return
    yield Section("loose", spans=[span])


def _language_alone(text: str) -> str | None:
    """The language of a line that is only its code: `PL`, `[EN]`."""
    found = re.fullmatch(r"\s*[(\[]?([A-Z]{2,3})[)\]]?:?\s*", text)
    return to_639_1(found[1].lower()) if found else None


def _is_list_ahead(page: Page, index: int) -> bool:
    """Whether references follow a heading, and not what a page says of itself: a further label, its ISSN, its rights."""
    ahead = [block.text for block in page.blocks[index + 1 : index + 3]]
    following = label_at(ahead[0]) if ahead else None
    if following is not None and following.kind in (*DATES, *CODES, "doi", "issn"):
        return False
    if any((label := label_at(text)) and label.alone and label.kind in ("doi", "issn") for text in ahead):
        return False
    return not any(re.match(r"\s*(?:[ep]?-?issn\b|©)", text, re.IGNORECASE) for text in ahead)


def _is_inner_heading(label: Label, page: Page, index: int, current: Section) -> bool:
    """Whether a label is a heading inside a structured abstract: `Introduction:`, or one of several in lines of their own."""
    if label.kind != "body" or not label.alone:
        return False
    if page.blocks[index].text.rstrip().endswith((":", "：")):
        return True
    first = label_at(page.text(current.spans[0])) if current.spans else label
    return first is not None and first.kind == "body" and first.alone and _keywords_ahead(page, index)


def _keywords_ahead(page: Page, index: int) -> bool:
    """Whether the keywords come soon, before a longer text."""
    for block in page.blocks[index + 1 : index + 16]:
        label = label_at(block.text)
        if label is not None and label.kind in ("keywords", "abstract", "references"):
            return label.kind == "keywords"
    return False


def _opens(label: Label, page: Page, index: int, current: Section | None) -> bool:
    """Whether a label begins a part here: in a list of references, a text or an entry on a person few do."""
    text = page.blocks[index].text
    if current is None:
        return True
    if current.kind == "abstract" and _is_inner_heading(label, page, index, current):
        return False
    if current.kind == "references" and label.kind != "references":
        return _ends_references(label, page.blocks[index].gap, text)
    if label.kind in ("email", "phone", "orcid") or (
        label.kind == "correspondence" and current.kind in ("authors", "about")
    ):
        return False if current.kind in _PEOPLE else label.kind == "correspondence"
    if current.kind in ("abstract", *_PARAGRAPH) and current.spans and not page.blocks[index].gap:
        return (
            label.firm and not (label.kind in ("body", "section", "subjects", "title", "year") and not label.alone)
        ) or label.kind in (*DATES, *CODES)
    if current.kind == "body":
        return label.kind not in ("body", "section", "title", "pages", "year", "issue", "volume", "doi") and label.firm
    return True


def _ends_references(label: Label, gap: bool, text: str) -> bool:
    if label.kind in DATES:
        return not label.alone or gap
    if label.kind in ("abstract", "keywords", "about", "funding", "acknowledgements", "contributions"):
        return label.firm
    if label.kind == "doi":
        return gap and not label.alone
    return (
        label.kind not in _IN_REFERENCES
        or label.alone
        or (gap and label.firm and len(text) < 400 and label.kind not in ("title", "body"))
    )


def _labelled(page: Page, index: int, label: Label) -> Iterator[Section]:
    """The part that a label opens, and those that follow it in the same line."""
    text = page.blocks[index].text
    page.use(Span(index, label.start, label.end), LABEL, label.kind)
    section = Section(label.kind, label.languages, [], Span(index, label.start, label.end))
    if label.alone:
        yield section
        return
    rest = Span(index, label.end, len(text))
    if label.kind in DATES and len(list(date_labels(page.text(rest)))) > 0:
        yield from _dates_in(page, rest, section)
        return
    section.spans.append(page.strip(rest))
    yield from _with_inner(page, section)


def _dates_in(page: Page, rest: Span, section: Section) -> Iterator[Section]:
    """Several dates in one line, each with its label."""
    at = 0
    text = page.text(rest)
    for kind, start, end in date_labels(text):
        if piece := _stripped(page, rest.part(at, start)):
            section.spans.append(piece)
        yield section
        label = rest.part(start, end)
        page.use(label, LABEL, kind)
        section, at = Section(kind, (), [], label), end
    if piece := _stripped(page, rest.part(at, len(text))):
        section.spans.append(piece)
    yield section


def _stripped(page: Page, span: Span) -> Span | None:
    piece = page.strip(span, ":;/|.,·•-–—")
    return piece if piece.end > piece.start else None


def _with_inner(page: Page, section: Section) -> Iterator[Section]:
    """The part, divided where its text has a label after a sentence: `… was found. Keywords: tides`."""
    span = section.spans[-1]
    text = page.text(span)
    if section.kind in ("conflict", "funding"):
        found = re.search(r"(?<=[,;.])\s*(?=conflicts? of interest)", text, re.IGNORECASE)
        start = found.end() if found else 0
    else:
        found = inner_labels().search(text) if section.kind in ("abstract", "keywords", "loose") else None
        start = found.start() if found else 0
    label = label_at(text, start) if found else None
    if not found or label is None or not start:
        yield section
        return
    section.spans[-1] = page.strip(span.part(0, start), ",;" if section.kind == "funding" else "")
    yield section
    where = span.part(label.start, label.end)
    page.use(where, LABEL, label.kind)
    inner = Section(label.kind, label.languages, [page.strip(span.part(label.end, len(text)))], where)
    yield from _with_inner(page, inner)


def _added(page: Page, span: Span, current: Section) -> Iterator[Section]:
    current.spans.append(span)
    parts = list(_with_inner(page, current))
    yield from parts[1:] if len(parts) > 1 else ()


def _goes_on(page: Page, index: int, current: Section) -> bool:
    """Whether a line without a label belongs to the part before it."""
    block = page.blocks[index]
    text = block.text.strip()
    if current.kind == "loose":
        return False
    if not current.spans and current.kind != "tail":
        return True
    return _RULES.get(current.kind, _short)(page, text, block.gap, current)


def _short(_page: Page, _text: str, _gap: bool, _current: Section) -> bool:
    return False


def _abstract(page: Page, text: str, gap: bool, current: Section) -> bool:
    if is_rights(text) or (_CLEARLY_NOT_TEXT.search(text[:200]) and not is_prose(text)) or is_address(text):
        return False
    if gap:
        before = page.text(current.spans[-1]).rstrip()
        if _INNER_HEADING.fullmatch(before) or _INNER_HEADING.fullmatch(text) or _is_body_label(before, text):
            return True
        broken = before[-1:] not in ".!?。…)" and text[:1].islower()
        return broken or (is_prose(text, 120) and not is_shouted(text) and _same_language(page, text, current))
    return not is_shouted(text) or is_shouted(page.text(current.spans[-1]))


def _is_body_label(before: str, text: str) -> bool:
    """Whether one of two lines in an abstract is a heading that pages have inside it."""
    labels = (label_at(before), label_at(text))
    return any(one is not None and one.kind == "body" and one.alone for one in labels)


def _same_language(page: Page, text: str, current: Section) -> bool:
    from jats.importers.text_page.languages import language_of

    before = language_of(page.text(current.spans[0]))
    here = language_of(text)
    return before is None or here is None or before == here


def _keywords(page: Page, text: str, gap: bool, current: Section) -> bool:
    before = page.text(current.spans[-1]).rstrip()
    if is_rights(text) or is_address(text) or _CLEARLY_NOT_TEXT.search(text):
        return False
    if gap:
        return bool(_OPEN_END.search(before)) and len(text) < 200
    if _OPEN_END.search(before) or text[:1].islower():
        return True
    listed = not re.search(r"[,;·•،؛、；，]", before) and len(text) < 60 and not before.endswith(".")
    return listed and not is_shouted(text) and len(text.split()) < 7


def _references(page: Page, text: str, gap: bool, current: Section) -> bool:
    if gap and _is_after_list(page, text, current):
        return False
    if is_rights(text) and len(text) < 600 and not re.match(r"\s*\[?\d+", text):
        return False
    return not (is_tail(text) and gap)


def _is_after_list(page: Page, text: str, current: Section) -> bool:
    """Whether a name, or a title in capitals, is below a list with numbers: the article in another language."""
    numbered = len(current.spans) > 1 and number_of(page.text(current.spans[0])) == 1
    if not numbered or re.search(r"\d", text) or page.text(current.spans[-1]).rstrip()[-1:] not in ".])":
        return False
    is_name = len(text.split()) < 5 and name_strength(text) > NO
    return is_name or (is_shouted(text) and len(text.split()) > 3)


def _paragraph(page: Page, text: str, gap: bool, current: Section) -> bool:
    if gap or is_shouted(text):
        return False
    before = page.text(current.spans[-1]).rstrip()
    if current.kind == "citation":
        return not is_rights(text) or "doi" in text.lower()
    if before.endswith((".", "。")) and not is_prose(text, 60):
        return current.kind == "licence" and is_rights(text)
    return True


def _people(page: Page, text: str, gap: bool, current: Section) -> bool:
    if is_rights(text) or (is_prose(text, 160) and current.kind != "about"):
        return False
    if current.kind == "correspondence":
        done = any("@" in page.text(span) for span in current.spans) and "@" not in text
        return not (gap or done or is_shouted(text) or _NOT_ADDRESS.search(text))
    if current.kind == "affiliations":
        return not gap
    return not (current.kind == "authors" and is_shouted(text) and gap and len(text.split()) > 4)


def _body(_page: Page, _text: str, _gap: bool, _current: Section) -> bool:
    return True


def _tail(_page: Page, text: str, gap: bool, _current: Section) -> bool:
    return len(text) < 70 and not is_rights(text) and not (gap and len(text) > 40) and not is_shouted(text)


_RULES = {
    "abstract": _abstract,
    "keywords": _keywords,
    "references": _references,
    "body": _body,
    "tail": _tail,
    **dict.fromkeys(_PARAGRAPH, _paragraph),
    **dict.fromkeys(_PEOPLE, _people),
}
"""Whether a line goes on with a part, by the kind of the part; parts of other kinds are one line."""
