"""Authors, keywords and subjects of OJS's export."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from jats.draft import Map, Node, Text
from jats.importers.exports.affiliations import affiliation, country_of
from jats.importers.exports.branches import Branch
from jats.importers.exports.drafting import add, by_language, fields, language_tag, listed, put
from jats.importers.exports.marked_text import marked
from jats.importers.exports.marked_text import paragraphs as read_paragraphs
from jats.importers.exports.placing import How, fill, table, words


def localised(branches: Iterable[Branch], main: str) -> list[tuple[str, Text | None]]:
    """The texts of branches with their languages; of each language the first is taken."""
    found: dict[str, Text | None] = {}
    for branch in branches:
        tag = language_tag(branch.says("@locale")) or main
        if tag not in found and branch.words:
            found[tag] = marked(branch)
    return list(found.items())


def HOWS(main: str) -> dict[str, How]:  # noqa: N802 - the table of the column `how`, for one language
    """The functions for the words of the column `how`, for an article in that language."""

    def languages(branches: list[Branch]) -> Node | None:
        return by_language(localised(branches, main), main)

    def paragraphs(branches: list[Branch]) -> Node | None:
        found: dict[str, Node | None] = {}
        for branch in branches:
            tag = language_tag(branch.says("@locale")) or main
            if tag not in found and branch.words:
                found[tag] = read_paragraphs(branch)
        return by_language(found.items(), main)

    def in_main(branches: list[Branch]) -> Node | None:
        own = [each for each in branches if language_tag(each.says("@locale")) in ("", main)]
        return marked(next((each for each in own if each.words), None))

    return {"text": _first, "languages": languages, "paragraphs": paragraphs, "main": in_main}


def _first(branches: list[Branch]) -> Node | None:
    return next((text for branch in branches if (text := branch.take())), None)


def authors_of(draft: Map, version: Branch, main: str, contact: str) -> None:
    """The people of a publication as authors and other contributors."""
    for branch in version.all("authors/author", "author"):
        kind = _kind(branch)
        person = _person(branch, main, contact)
        if not person.items:
            continue
        if kind:
            person.put("type", Text(kind, branch.place))
        add(draft, "contributors" if kind else "authors", person)


def _kind(branch: Branch) -> str:
    """The type of a contributor who is not an author."""
    known = words("ojs_user_groups")
    group = branch.one("@user_group_ref")
    if group is None:
        return ""
    group.use()
    return known.get(group.words.casefold(), "")


def _person(branch: Branch, main: str, contact: str) -> Map:
    names = _names(branch, main)
    is_group = branch.says("@contributor_type").upper() == "ORGANIZATION"
    person = Map(branch.place)
    if is_group and names:
        put(person, "collaboration", _whole(names[0]))
    else:
        put(person, "name", names)
    corresponding = branch.says("@primary_contact") == "true" or bool(contact and contact == branch.says("@id"))
    branch.use("@primary_contact")
    fill(person, branch, table("ojs").sections["author"], HOWS(main))
    if corresponding:
        put(person, "corresponding", Text("yes", branch.place))
        put(person, "email", branch.take("email"))
    put(person, "affiliations", _affiliations(branch, main, person))
    for interest in branch.all("competing_interests"):
        text = marked(interest)
        if text is not None:
            add(person, "notes", fields(text.place, type=Text("coi-statement", text.place), text=text))
    return person


def _whole(name: Map) -> Text:
    parts = [str(name.items[key].value) for key in ("given", "surname") if isinstance(name.items.get(key), Text)]  # type: ignore[union-attr]
    return Text(" ".join(parts), name.place)


def _names(branch: Branch, main: str) -> list[Map]:
    """The forms of a name by language, the article's own first; each in parts."""
    given = dict(localised(branch.all("givenname"), main))
    family = dict(localised(branch.all("familyname"), main))
    if not given and not family:
        first = " ".join(filter(None, (branch.taken("firstname"), branch.taken("middlename"))))
        place = branch.place
        given = {main: Text(first, place)} if first else {}
        last = branch.take("lastname")
        family = {main: last} if last else {}
    tags = sorted(dict.fromkeys([*family, *given]), key=lambda tag: tag != main)
    forms: dict[tuple[str, str], Map] = {}
    for tag in tags:
        form = _form(given.get(tag), family.get(tag), tag if len(tags) > 1 else "")
        if form is not None and (not family or tag in family):
            forms.setdefault((_value(given.get(tag)), _value(family.get(tag))), form)
    found = list(forms.values())
    if len(found) == 1:
        found[0].items.pop("language", None)
    return found


def _value(text: Text | None) -> str:
    return str(text.value) if text else ""


def _form(given: Text | None, family: Text | None, tag: str) -> Map | None:
    text = family or given
    if text is None:
        return None
    style = Text("given-only", text.place) if family is None else None
    return fields(text.place, surname=family, given=given, style=style, language=Text(tag, text.place) if tag else None)


def _affiliations(branch: Branch, main: str, person: Map) -> Node | None:
    country = branch.take("country")
    found: list[Map] = []
    texts = [each for each in branch.all("affiliation") if not each.all("name")]
    if texts:
        found.append(affiliation(localised(texts, main), main, country, whole=True))
    for each in branch.all("affiliation", "rorAffiliation"):
        if names := localised(each.all("name"), main):
            made = affiliation(names, main, country, whole=False)
            put(made, "ror", each.take("ror"))
            found.append(made)
    kept = [each for each in found if each.items]
    if not kept and country is not None:
        put(person, "address", country_of(country))
    return listed(kept)


def keywords_of(draft: Map, versions: Sequence[Branch], main: str) -> None:
    """Keywords by language, from the vocabularies of OJS 3 and from the indexing of OJS 2."""
    found: dict[str, list[Any]] = {}
    for version in versions:
        for group in version.all("keywords", "indexing"):
            for word in group.all("keyword" if group.name == "keywords" else "subject"):
                tag = language_tag(word.says("@locale") or group.says("@locale")) or main
                found.setdefault(tag, []).append(_term(word))
    put(draft, "keywords", by_language(((tag, listed(words)) for tag, words in found.items()), main))


def _term(word: Branch) -> Node | None:
    """A term of a vocabulary: its name, with its identifier and the vocabulary's name if they are said."""
    text = (word.one("name") or word).take()
    identifier, source = word.take("identifier"), word.take("source")
    if text is None or (identifier is None and source is None):
        return text
    vocabulary = fields(text.place, name=source, term_identifier=identifier)
    return fields(text.place, text=text, vocabulary=vocabulary)


_SUBJECTS = (
    ("subjects/subject", "subject"),
    ("disciplines/discipline", "discipline"),
    ("indexing/discipline", "discipline"),
    ("indexing/subject_class", "classification"),
    ("indexing/coverage/geographical", "coverage"),
    ("indexing/coverage/chronological", "coverage"),
    ("indexing/coverage/sample", "coverage"),
    ("coverage", "coverage"),
)
"""Where OJS keeps subjects, and the type of subjects that they are."""


def subjects_of(draft: Map, versions: Sequence[Branch], main: str) -> None:
    """Subjects, disciplines and coverage as groups of subjects by type and language."""
    groups: dict[tuple[str, str], list[Any]] = {}
    for version in versions:
        for path, kind in _SUBJECTS:
            container = path.partition("/")[0]
            for around in version.all(container):
                inner = path.partition("/")[2]
                for word in around.all(inner) if inner else [around]:
                    tag = language_tag(word.says("@locale") or around.says("@locale")) or main
                    groups.setdefault((kind, tag), []).append(_term(word))
    for (kind, tag), terms in groups.items():
        subjects = listed(terms)
        if subjects is not None:
            place = subjects.place
            language = Text(tag, place) if tag != main else None
            add(draft, "subjects", fields(place, type=Text(kind, place), language=language, subjects=subjects))
