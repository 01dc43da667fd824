"""Parts of a record in Crossref's XML: titles, people, abstracts, dates, and the programs on funding, access and relations."""

from __future__ import annotations

from collections.abc import Iterator

from jats.draft import Map, Node, Text
from jats.importers.crossref.from_json import trial
from jats.importers.crossref.shared import funder, licences, relate
from jats.importers.exports.branches import Branch
from jats.importers.exports.drafting import add, by_language, date_in, fields, language_tag, listed, put
from jats.importers.exports.hows import HOWS
from jats.importers.exports.marked_text import marked, paragraphs
from jats.importers.exports.placing import fill, table

_STYLES = frozenset(("western", "eastern", "islensk", "given-only"))
_MEDIA = {"print": "print", "online": "electronic"}


def titles_of(draft: Map, record: Branch, main: str) -> None:
    """The title, and that in the original language; a title in other words than these is a translated one."""
    titles = record.all("titles/title", "title")
    first = marked(next((each for each in titles if each.words), None))
    original = record.one("titles/original_language_title")
    tag = language_tag(original.says("@language")) if original is not None else ""
    in_original = marked(original)
    if in_original is None or (first and first.value == in_original.value):
        put(draft, "title", first)
    elif first is None or not tag or tag == main:
        put(draft, "title", in_original if tag == main or first is None else first)
        if first is not None:
            put(
                draft,
                "alt_titles.translated" if tag == main else "alt_titles.original",
                first if tag == main else in_original,
            )
    else:
        put(draft, "title", by_language(((main, first), (tag, in_original)), main))


def abstracts_of(draft: Map, record: Branch, main: str) -> None:
    """Abstracts by language; those of other kinds with their type."""
    plain: list[tuple[str, Node | None]] = []
    others: list[Node] = []
    for branch in record.all("abstract"):
        tag = language_tag(branch.says("@lang")) or main
        kind = branch.take("@abstract-type")
        node = paragraphs(branch)
        if kind is None:
            plain.append((tag, node))
        elif node is not None:
            whole = node if isinstance(node, Map) else fields(node.place, text=node)
            put(whole, "type", kind)
            put(whole, "language", Text(tag, node.place) if tag not in ("", main) else None)
            others.append(whole)
    own = by_language(plain, main)
    if not others:
        put(draft, "abstract", own)
        return
    if isinstance(own, Text):
        own = fields(own.place, text=own)
    if isinstance(own, Map) and not own.items.keys() & {"text", "sections", "title"}:
        listed_own = [_tagged(node, tag) for tag, node in own.items.items()]
        put(draft, "abstract", [*listed_own, *others])
    else:
        put(draft, "abstract", [*([own] if own else []), *others])


def _tagged(node: Node, tag: str) -> Node:
    whole = node if isinstance(node, Map) else fields(node.place, text=node)
    put(whole, "language", Text(tag, node.place))
    return whole


def people_of(draft: Map, record: Branch) -> None:
    """Authors, and other contributors by their role."""
    persons = [each for around in record.all("contributors") for each in around.below]
    for branch in (*persons, *record.all("person_name")):
        role = branch.says("@contributor_role") or "author"
        person = _person(branch)
        if not person.items:
            continue
        if role == "author":
            add(draft, "authors", person)
        else:
            put(person, "type", Text(role, branch.place))
            add(draft, "contributors", person)


def _person(branch: Branch) -> Map:
    person = Map(branch.place)
    if branch.name == "organization":
        put(person, "collaboration", branch.take() or branch.take("name"))
        put(person, "affiliations", _affiliations(branch))
        return person
    if branch.name == "anonymous":
        put(person, "anonymous", Text("yes", branch.place))
        put(person, "affiliations", _affiliations(branch))
        return person
    fill(person, branch, table("crossref_xml").sections["person"], HOWS)
    _name(person, branch)
    if branch.says("ORCID/@authenticated") == "true":
        put(person, "orcid_authenticated", Text("yes", branch.place))
    put(person, "affiliations", _affiliations(branch))
    for role in branch.all("role"):
        if "credit" in role.says("@vocab").lower():
            add(person, "roles", fields(role.place, credit=role.take()))
    return person


def _name(person: Map, branch: Branch) -> None:
    name = person.items.get("name")
    if not isinstance(name, Map):
        return
    tag = branch.take("@language")
    style = branch.take("@name-style")
    if "surname" not in name.items:
        put(name, "style", Text("given-only", branch.place))
    elif style is not None and style.value in _STYLES:
        put(name, "style", style)
    others = [_other_name(each) for each in branch.all("alt-name/name", "alt-name/string-name")]
    kept = [each for each in others if each.items]
    if kept:
        put(name, "language", Text(language_tag(str(tag.value)), tag.place) if tag else None)
        person.items["name"] = listed([name, *kept]) or name


def _other_name(branch: Branch) -> Map:
    made = fields(branch.place)
    if branch.name == "string-name":
        put(made, "full", branch.take())
    put(made, "surname", branch.take("surname"))
    put(made, "given", branch.take("given_name") or branch.take("given-names"))
    put(made, "suffix", branch.take("suffix"))
    style = branch.take("@name-style")
    put(made, "style", style if style is not None and style.value in _STYLES else None)
    tag = branch.says("@language") or branch.says("@lang")
    put(made, "language", Text(language_tag(tag), branch.place) if tag else None)
    return made


def _affiliations(branch: Branch) -> Node | None:
    found: list[Node | None] = [fields(each.place, text=each.take()) for each in branch.all("affiliation")]
    found += [_institution(each) for each in branch.all("affiliations/institution", "institution")]
    return listed(found)


def _institution(branch: Branch) -> Map:
    made = fields(branch.place)
    names = branch.takes("institution_name", "name")
    alone = all(each.name in ("institution_name", "name") for each in branch.below)
    printed = alone and bool(names) and "," in str(names[0].value)
    put(made, "text" if printed else "institution", names[:1])
    put(made, "departments", branch.takes("institution_department"))
    put(made, "city", branch.take("institution_place"))
    put(made, "other_names.abbreviation", branch.take("institution_acronym"))
    for each in branch.all("institution_id"):
        kind = each.says("@type").lower()
        put(made, "ror" if kind == "ror" else f"ids.{kind or 'other'}", each.take())
    return made


def dates_of(draft: Map, record: Branch, around: Branch) -> None:
    """The record's own dates; that of the issue is the date of the collection, or the only one there is."""
    for branch in record.all("publication_date", "posted_date", "completion_date", "review_date"):
        _publication(draft, branch)
    for branch in record.all("database_date/publication_date"):
        _publication(draft, branch)
    has_own = "published" in draft.items
    for branch in around.all("journal_issue/publication_date", "proceedings_metadata/publication_date"):
        if not has_own:
            _publication(draft, branch)
            continue
        date = date_in(branch)
        medium = _MEDIA.get(branch.says("@media_type"))
        if date is not None:
            form = Text(medium, branch.place) if medium else None
            add(draft, "published", fields(branch.place, type=Text("collection", branch.place), format=form, date=date))


def _publication(draft: Map, branch: Branch) -> None:
    date = date_in(branch)
    if date is not None:
        medium = _MEDIA.get(branch.says("@media_type"))
        add(draft, "published", fields(branch.place, format=Text(medium, branch.place) if medium else None, date=date))


def programs_of(draft: Map, record: Branch) -> None:
    """Licences, funding, trials and relations, beside the article's data or inside Crossmark's."""
    found = record.all("program", "crossmark/custom_metadata/program")
    licences(draft, [_licence(each) for program in found for each in program.all("license_ref")])
    for program in found:
        for each in program.all("free_to_read"):
            start, end = each.take("@start_date"), each.take("@end_date")
            free = fields(each.place, start=start, end=end) if start or end else Text("yes", each.place)
            put(draft, "free_to_read", free)
        for award in _awards(program):
            add(draft, "funding", award)
        for each in program.all("clinical-trial-number"):
            trial(draft, each.take(), each.take("@registry"), each.take("@type"))
        for each in program.all("related_item"):
            about = marked(each.one("description"))
            for work in each.all("inter_work_relation", "intra_work_relation"):
                relate(draft, work.says("@relationship-type"), work.take(), work.says("@identifier-type"), about)


def _licence(branch: Branch) -> Map:
    version = branch.take("@applies_to")
    return fields(branch.place, url=branch.take(), start=branch.take("@start_date"), applies_to=version)


def _awards(program: Branch) -> Iterator[Map | None]:
    """One award per group; without groups a funder has the numbers up to the next funder."""
    groups = [each for each in program.all("assertion") if each.says("@name") == "fundgroup"]
    for group in groups:
        yield from _runs(group)
        group.used = True
    yield from _runs(program)


def _runs(around: Branch) -> Iterator[Map | None]:
    name: Text | None = None
    identifier: Text | None = None
    numbers: list[Text] = []
    for each in around.all("assertion"):
        kind = each.says("@name")
        if kind == "funder_name":
            if name is not None:
                yield funder(name, identifier, numbers)
                identifier, numbers = None, []
            name, inner = _funder_name(each)
            identifier = inner or identifier
        elif kind in ("funder_identifier", "ror"):
            identifier = identifier or each.take()
        elif kind == "award_number" and (number := each.take()):
            numbers.append(number)
    if name or identifier or numbers:
        yield funder(name, identifier, numbers)


def _funder_name(branch: Branch) -> tuple[Text | None, Text | None]:
    """A funder's own name, without the identifier that is written inside it."""
    inner = next((each for each in branch.all("assertion") if each.says("@name") in ("funder_identifier", "ror")), None)
    identifier = inner.take() if inner is not None else None
    own = " ".join(str(branch.element.text or "").split()) if branch.element is not None else branch.words
    if not own:
        own = " ".join(branch.words.replace(str(identifier.value) if identifier else "", "").split())
    branch.used = True
    return (Text(own, branch.place) if own else None), identifier
