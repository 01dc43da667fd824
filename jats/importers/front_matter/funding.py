"""Funding in front matter: a sentence, or grants with their funders and recipients."""

from __future__ import annotations

from jats.draft import List, Map, Node, Text
from jats.findings import Note
from jats.importers import codes
from jats.importers.front_matter.values import field, first_text, items, running, texts_in

_KEYS = {
    "name": "name",
    "doi": "doi",
    "ror": "ror",
    "country": "country_code",
    "text": "name",
    "institution": "name",
    "url": "url",
}


def funding_of(node: Node, note: Note) -> dict[str, Node]:
    """The fields `funding`, `funding_statement` and `open_access_statement` that front matter gives."""
    statements: list[Text] = []
    opened: list[Text] = []
    awards: list[Map] = []
    for one in items(node):
        if isinstance(one, Text):
            statements.append(running(one))
            continue
        if said := first_text(one, "statement"):
            statements.append(running(said))
        if said := first_text(one, "open-access"):
            opened.append(running(said))
        given = items(field(one, "awards")) or [one]
        awards += [made for award in given if (made := _award(award, note)) is not None]
    found: dict[str, Node] = {}
    if awards:
        found["funding"] = List([*awards], awards[0].place)
    for name, texts in (("funding_statement", statements), ("open_access_statement", opened)):
        if texts:
            found[name] = Text(" ".join(str(text.value) for text in texts), texts[0].place)
    return found


def _award(node: Node, note: Note) -> Map | None:
    """One grant; None if there is neither a funder nor a number."""
    made = Map(node.place)
    funders = [funder for one in items(field(node, "source", "sources", "funder")) if (funder := _funder(one, note))]
    if funders:
        made.put("funder", List(funders, funders[0].place))
    if number := first_text(node, "id", "number", "award-number"):
        made.put("numbers", number)
    for ours, keys in (
        ("recipients", ("recipient", "recipients")),
        ("investigators", ("investigator", "investigators")),
    ):
        people = [person for one in items(field(node, *keys)) if (person := _person(one, note))]
        if people:
            made.put(ours, List(people, people[0].place))
    for ours in ("name", "description"):
        if "awards" not in (node.items if isinstance(node, Map) else {}) and (text := first_text(node, ours)):
            made.put(ours, text)
    return made if "funder" in made.items or "numbers" in made.items else None


def _funder(node: Node, note: Note) -> Node | None:
    if isinstance(node, Text):
        return node if str(node.value).strip() else None
    made = Map(node.place)
    for key, value in node.items.items() if isinstance(node, Map) else ():
        ours = _KEYS.get(key.lower())
        text = first_text(value)
        if text is None:
            continue
        if ours is None or ours in made.items or (ours == "country_code" and len(str(text.value).strip()) != 2):
            note(codes.not_placed(text.place, (), f"funder {key}", str(text.value)))
        else:
            made.put(ours, text)
    return made if "name" in made.items else None


def _person(node: Node, note: Note) -> Node | None:
    """A recipient or investigator by name; one that only points to an author by id is noted."""
    if isinstance(node, Text):
        return node if str(node.value).strip() else None
    institution = first_text(node, "institution")
    name = first_text(node, "name") or institution
    if name is None:
        for text in texts_in(field(node, "ref")):
            note(codes.not_placed(text.place, (), "recipient, an author by id", str(text.value)))
        return None
    made = Map(node.place)
    made.put("institution" if name is institution else "name", name)
    if orcid := first_text(node, "orcid"):
        made.put("orcid", orcid)
    return made
