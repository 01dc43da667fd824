"""Where the article is: volume, issue, supplement, pages or number."""

from __future__ import annotations

from jats.elements.build import Attributes, Cursor, Element, element
from jats.elements.custom import fits_or_custom_meta
from jats.elements.ids import authority
from jats.elements.inline import write_inline, write_text
from jats.elements.journal import write_isbns
from jats.elements.languages import by_tag, versions
from jats.elements.people import LinkTargets, write_contribs
from jats.elements.titles import write_subtitles, write_translation
from jats.elements.vocabulary import allowed
from jats.model.article import Article
from jats.model.issue import OtherIssue, Supplement
from jats.model.references import Pages

_META = "article-meta"
_ISSUE_TITLE = "issue-title"

Sequences = dict[str, tuple[str, Cursor]]
"""The article's place in its issue, with its field, by the element that has it as `@seq`."""


def write_issue(article: Article, people: LinkTargets, at: Cursor) -> list[Element | None]:
    """Volume and issue, other issues, then the article's place in it; Authoring has none of these."""
    places = _places_of_sequence(article, at)
    return [
        *_write_issue(article, _META, places, at),
        *(_write_other(one, at / "other_issues" / index) for index, one in enumerate(article.other_issues)),
        *write_isbns(article.isbn, at / "isbn"),
        _write_supplement(article.supplement, people, at / "supplement") if article.supplement else None,
        *_write_place(article, places, at),
    ]


def _places_of_sequence(article: Article, at: Cursor) -> Sequences:
    """The `@seq` of the narrowest element that says where the article is."""
    sequence = article.sequence
    if sequence is None:
        return {}
    numbers = {
        "fpage": article.pages,
        "elocation-id": None if article.pages else article.elocation_id,
        "issue": article.issue,
        "volume": article.volume,
    }
    for tag, value in numbers.items():
        if value and at.can(_META, tag):
            return {tag: (sequence, at / "sequence")}
    (at / "sequence").to_custom_meta(sequence, "@seq", _META)
    return {}


def _write_issue(given: Article | OtherIssue, parent: str, sequence: Sequences, at: Cursor) -> list[Element | None]:
    """The volume and the issue with all that is theirs, in `parent`."""
    volume_series, issue_part = given.volume_series, given.issue_part
    return [
        element("volume", at / "volume", {"seq": sequence.get("volume")}, given.volume) if given.volume else None,
        *(_write_id("volume-id", kind, value, at / "volume_ids" / kind) for kind, value in given.volume_ids.items()),
        element("volume-series", at / "volume_series", None, volume_series),
        element("issue", at / "issue", {"seq": sequence.get("issue")}, given.issue) if given.issue else None,
        *(_write_id("issue-id", kind, value, at / "issue_ids" / kind) for kind, value in given.issue_ids.items()),
        *_write_titles(given, parent, at),
        *(
            element("issue-sponsor", here, {"xml:lang": language}, name)
            for index, one in enumerate(given.issue_sponsors)
            for language, name, here in versions(one, at / "issue_sponsors" / index)
        ),
        element("issue-part", at / "issue_part", None, issue_part),
    ]


def _write_id(tag: str, kind: str, value: str, at: Cursor) -> Element | None:
    url = allowed(tag, "xlink:href", getattr(value, "url", None), at / "url")
    return element(tag, at, {"pub-id-type": kind, **authority(tag, value, at), "xlink:href": url}, value)


def _write_titles(given: Article | OtherIssue, parent: str, at: Cursor) -> list[Element | None]:
    """The issue's titles in their languages; in a group of their own, since JATS 1.3, if one has a subtitle."""
    title, subtitle = given.issue_title, given.issue_subtitle
    if title and not at.can(parent, _ISSUE_TITLE):
        (at / "issue_title").lose(_ISSUE_TITLE, parent)
        title = None
    if subtitle and title and at.can(parent, "issue-title-group"):
        return [_write_title_group(given, at)]
    if subtitle:
        fits_or_custom_meta(parent, "issue-title-group", subtitle, at / "issue_subtitle")
    return [
        element(_ISSUE_TITLE, here, {"xml:lang": language}, write_inline(text, here, _ISSUE_TITLE))
        for language, text, here in versions(title, at / "issue_title")
    ]


def _write_title_group(given: Article | OtherIssue, at: Cursor) -> Element | None:
    """The first title with its subtitle, then each translation with its own."""
    (language, title, here), *others = versions(given.issue_title, at / "issue_title")
    subtitles = by_tag(given.issue_subtitle, at / "issue_subtitle")
    return element(
        "issue-title-group",
        here,
        {"xml:lang": language},
        write_text(_ISSUE_TITLE, title, here),
        write_subtitles("issue-subtitle", language, subtitles),
        [write_translation(text, tag, subtitles, place) for tag, text, place in others],
    )


def _write_other(given: OtherIssue, at: Cursor) -> Element | None:
    """`<volume-issue-group>`, since JATS 1.1."""
    if not fits_or_custom_meta(_META, "volume-issue-group", given, at):
        return None
    return element("volume-issue-group", at, None, _write_issue(given, "volume-issue-group", {}, at))


def _write_supplement(given: Supplement, people: LinkTargets, at: Cursor) -> Element | None:
    if not fits_or_custom_meta(_META, "supplement", given, at):
        return None
    contributors = write_contribs(given.contributors, None, people, at / "contributors")
    return element(
        "supplement",
        at,
        {"supplement-type": (given.type, at / "type")},
        write_inline(given.text, at / "text", "supplement") if given.text else None,
        write_text("title", given.title, at / "title"),
        element("contrib-group", at / "contributors", None, contributors),
    )


def _write_place(article: Article, sequence: Sequences, at: Cursor) -> list[Element | None]:
    """Pages, else the article's number; JATS has no room for both."""
    number = article.elocation_id
    if article.pages is None:
        attributes: Attributes = {"seq": sequence.get("elocation-id")}
        return [element("elocation-id", at / "elocation_id", attributes, number) if number else None]
    if number and not at.can(_META, "fpage"):
        (at / "elocation_id").lose("elocation-id", _META)
    elif number:
        (at / "elocation_id").to_custom_meta(number, "elocation-id beside pages", _META)
    return _write_pages(article.pages, sequence, at / "pages")


def _write_pages(pages: Pages, sequence: Sequences, at: Cursor) -> list[Element | None]:
    if not at.can(_META, "fpage"):
        at.lose("fpage", _META)
        return []
    first, here = pages.first, at / "first"
    if first is None and pages.range and not at.context.grammar.accepts(_META, ["page-range"]):
        first, here = Pages.from_short(pages.range).get("first"), at / "range"
    if first and here.path[-1] == "range":
        here.lose("page-range without fpage", _META, f"after {first}, its first page, as fpage")
    return [
        element("fpage", here, {"seq": sequence.get("fpage")}, first) if first else None,
        element("lpage", at / "last", None, pages.last),
        element("page-range", at / "range", None, pages.range),
    ]
