"""What submissions to PubMed and its answers say in the same words: titles, people, abstracts, dates, references."""

from __future__ import annotations

import re

from jats.draft import List, Map, Node, Text
from jats.importers.exports.affiliations import printed
from jats.importers.exports.branches import Branch
from jats.importers.exports.drafting import add, by_language, field_at, fields, iso_date, language_tag, listed, put
from jats.importers.exports.marked_text import marked, paragraphs
from jats.importers.exports.placing import words
from jats.vocab.article_types import find_article_type

_TRANSLATED = re.compile(r"^\[(.*?)\]\.?$", re.DOTALL)
_IDS = {
    "doi": "doi",
    "pubmed": "ids.pmid",
    "pmc": "ids.pmcid",
    "pmcid": "ids.pmcid",
    "pii": "ids.publisher-id",
    "mid": "ids.manuscript",
}
_REFERENCE_IDS = {"doi": "doi", "pubmed": "pmid", "pmc": "pmcid", "pmcid": "pmcid"}
_HISTORY = {"received": "received", "accepted": "accepted", "revised": "rev-recd", "retracted": "retracted"}
_MEDIA = {"ppublish": "print", "epublish": "electronic", "aheadofprint": "electronic"}


def relation_types() -> dict[str, str]:
    """PubMed's words for relations → types of related articles."""
    return words("pubmed_relations")


def language_of(draft: Map, article: Branch) -> str:
    """The article's language, which is the first one; further ones stay for the report."""
    branch = article.one("Language")
    tag = language_tag(branch.words) if branch is not None and branch.words else ""
    if branch is not None and tag:
        put(draft, "language", Text(tag, branch.place))
        branch.use()
    return tag


def titles_of(draft: Map, article: Branch, main: str) -> None:
    """The title without the full stop that PubMed adds; one in brackets is an English translation."""
    title = _without_stop(marked(article.one("ArticleTitle")))
    original = _without_stop(marked(article.one("VernacularTitle")))
    translated = _TRANSLATED.match(str(title.value)) if title else None
    if translated and translated[1].casefold() == "not available":
        title = translated = None
    if title is not None and translated and main not in ("", "en"):
        title = _without_stop(Text(translated[1], title.place))
        put(draft, "title", by_language((("en", title), (main, original)), main))
    elif original is not None and main not in ("", "en"):
        put(draft, "title", by_language((("en", title), (main, original)), main))
    else:
        put(draft, "title", title or original)
        if title is not None and original is not None:
            put(draft, "alt_titles.vernacular", original)


def _without_stop(text: Text | None) -> Text | None:
    if text is None:
        return None
    value = str(text.value)
    if value.endswith(".") and not value.endswith("..") and not re.search(r"\b\w\.\w?\.$", value):
        value = value[:-1].rstrip()
    return Text(value, text.place) if value else None


def person(branch: Branch) -> Map:
    """A person or a group."""
    made = Map(branch.place)
    if (group := branch.one("CollectiveName")) is not None and group.words:
        put(made, "collaboration", marked(group))
    else:
        put(made, "name", _name(branch))
    for each in branch.all("Identifier"):
        source = each.says("@Source").lower() or "other"
        put(made, "orcid" if "orcid" in source else f"ids.{source}", each.take())
    places: list[Node | None] = [printed(each.take()) for each in branch.all("Affiliation")]
    places += [_affiliation(each) for each in branch.all("AffiliationInfo")]
    put(made, "affiliations", listed(places))
    if branch.says("@EqualContrib") == "Y":
        put(made, "equal_contribution", Text("yes", branch.place))
    return made


def _name(branch: Branch) -> Map:
    given = branch.take("ForeName")
    if given is None:
        parts = [text for text in (branch.take("FirstName"), branch.take("MiddleName")) if text]
        given = Text(" ".join(str(text.value) for text in parts), parts[0].place) if parts else branch.take("Initials")
    surname, suffix = branch.take("LastName"), branch.take("Suffix")
    style = Text("given-only", branch.place) if given is not None and surname is None else None
    return fields(branch.place, surname=surname, given=given, suffix=suffix, style=style)


def _affiliation(branch: Branch) -> Node | None:
    text = branch.take("Affiliation")
    made = fields(branch.place, text=text)
    for each in branch.all("Identifier"):
        source = each.says("@Source").lower() or "other"
        put(made, "ror" if source == "ror" else f"ids.{source}", each.take())
    return made if made.items else None


def abstracts_of(draft: Map, own: Branch | None, others: list[Branch], main: str) -> None:
    """The abstract, its translations, and abstracts of other kinds."""
    plain = [(main, abstract(own))] if own is not None else []
    typed: list[Node] = []
    for branch in others:
        tag = language_tag(branch.says("@Language")) or main
        kind = branch.says("@Type")
        node = abstract(branch)
        if node is None:
            continue
        if kind.lower() in ("", "publisher", "translation") and tag != main:
            plain.append((tag, node))
        else:
            whole = node if isinstance(node, Map) else fields(node.place, text=node)
            put(whole, "type", Text(kind, node.place) if kind else None)
            put(whole, "language", Text(tag, node.place) if tag != main else None)
            typed.append(whole)
    if not typed:
        put(draft, "abstract", by_language(plain, main))
        return
    for tag, node in plain:
        if node is None:
            continue
        own_fields = node if isinstance(node, Map) else fields(node.place, text=node)
        put(own_fields, "language", Text(tag, node.place) if tag != main else None)
        add(draft, "abstract", own_fields)
    for each in typed:
        add(draft, "abstract", each)


def abstract(branch: Branch) -> Node | None:
    """An abstract as text, or as sections by their labels."""
    parts = branch.all("AbstractText")
    if not parts:
        return paragraphs(branch)
    opening = _opening(branch)
    sections = [(each.take("@Label"), each.take("@NlmCategory"), paragraphs(each)) for each in parts]
    if not any(label for label, _, _ in sections):
        texts = [*filter(None, [opening]), *(str(text.value) for _, _, text in sections if isinstance(text, Text))]
        branch.used = True
        return Text("\n\n".join(texts), branch.place) if texts else None
    made = [
        fields(text.place, title=label, type=_category(category), text=text)
        for label, category, text in sections
        if isinstance(text, Text)
    ]
    branch.used = True
    text = Text(opening, branch.place) if opening else None
    return fields(branch.place, text=text, sections=List(list(made), branch.place)) if made else None


def _opening(branch: Branch) -> str:
    """What an abstract says outside its sections."""
    if branch.element is None:
        return ""
    own = [branch.element.text, *(child.tail for child in branch.element)]
    return " ".join(" ".join(filter(None, own)).split())


def _category(category: Text | None) -> Text | None:
    if category is None or category.value == "UNASSIGNED":
        return None
    return Text(str(category.value).lower(), category.place)


def date_of(branch: Branch) -> Node | None:
    """A date, a season, or the words of a date that has no parts."""
    year = branch.take("Year")
    if year is None:
        return branch.take("MedlineDate")
    month, day, season = branch.take("Month"), branch.take("Day"), branch.take("Season")
    if season is not None:
        return fields(branch.place, year=year, season=season)
    parts = [str(part.value) if part else "" for part in (year, month, day)]
    return Text(iso_date(*parts), branch.place)


def history_of(draft: Map, branches: list[Branch]) -> None:
    """Dates of the history by their status; those of publication where the article has none of that form yet."""
    for branch in branches:
        status = branch.says("@PubStatus")
        if status in _HISTORY:
            put(draft, f"history.{_HISTORY[status]}", date_of(branch))
            branch.use()
        elif status in _MEDIA:
            before = len(_forms(draft))
            publication(draft, branch, _MEDIA[status])
            if len(_forms(draft)) == before:
                _use_if_said(draft, branch)


def publication(draft: Map, branch: Branch, medium: str) -> None:
    """Add a date of publication, of each form one."""
    if medium in (_words(form, "format") for form in _forms(draft)):
        return
    date = date_of(branch)
    if date is not None:
        form = Text(medium, branch.place) if medium else None
        add(draft, "published", fields(branch.place, format=form, date=date))
        branch.use()


def _forms(draft: Map) -> list[Node]:
    present = draft.items.get("published")
    return list(present.items) if isinstance(present, List) else [present] if present else []


def _words(node: Node, key: str) -> str:
    value = node.items.get(key) if isinstance(node, Map) else None
    return str(value.value) if isinstance(value, Text) else ""


def _use_if_said(draft: Map, branch: Branch) -> None:
    """A date that the article has already is taken too."""
    words = iso_date(branch.says("Year"), branch.says("Month"), branch.says("Day"))
    if any(
        _words(form, "date").startswith(words) or words.startswith(_words(form, "date") or "-")
        for form in _forms(draft)
    ):
        branch.use()


def identifiers_of(draft: Map, branches: list[Branch], attribute: str) -> None:
    """Identifiers of the article by type; one that says the same again is taken too."""
    for branch in branches:
        key = _IDS.get(branch.says(attribute).lower(), f"ids.{branch.says(attribute).lower() or 'publisher-id'}")
        if branch.words and (put(draft, key, Text(branch.words, branch.place)) or _same(draft, key, branch.words)):
            branch.use()


def _same(draft: Map, key: str, words: str) -> bool:
    node = field_at(draft, key)
    return isinstance(node, Text) and str(node.value).casefold() == words.casefold()


def type_of(draft: Map, branches: list[Branch]) -> None:
    """The kind of article from its publication types; that it is an article says nothing."""
    for branch in branches:
        known = find_article_type(branch.words)
        says_nothing = known == "research-article" or "support" in branch.words.lower()
        if says_nothing or (known and put(draft, "type", Text(known, branch.place))):
            branch.use()


def references_of(lists: list[Branch], depth: int = 0) -> list[Node]:
    """The references; lists with a heading as lists inside the list."""
    found: list[Node] = []
    for around in lists:
        inside: list[Node] = [each for each in map(_reference, around.all("Reference")) if each is not None]
        if depth < 10:
            inside += references_of(around.all("ReferenceList"), depth + 1)
        title = around.take("Title")
        if title is not None and str(title.value).casefold().strip(": ") not in ("references", "reference"):
            found.append(fields(around.place, title=title, references=listed(inside)))
        else:
            found += inside
    return found


def _reference(branch: Branch) -> Node | None:
    made = fields(branch.place, text=marked(branch.one("Citation")), pmid=branch.take("PMID"))
    for each in branch.all("ArticleIdList/ArticleId"):
        key = _REFERENCE_IDS.get(each.says("@IdType").lower() or "pubmed", f"ids.{each.says('@IdType').lower()}")
        put(made, key, each.take())
    text = made.items.get("text")
    return text if len(made.items) == 1 and text else made if made.items else None
