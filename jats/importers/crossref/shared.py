"""What Crossref's JSON and XML say in the same words: relations, kinds of records, assertions and licences."""

from __future__ import annotations

import re
from functools import cache

from jats.draft import Map, Text
from jats.importers.exports.branches import Branch
from jats.importers.exports.drafting import add, fields, put
from jats.importers.exports.placing import rows, words


@cache
def _relations() -> dict[str, tuple[str, str]]:
    return {name: (kind, value) for name, kind, value in rows("crossref_relations")}


def relate(draft: Map, relation: str, identifier: Text | None, kind: str, about: Text | None = None) -> None:
    """Add a related article, or another related thing, by the relation's name as Crossref writes it."""
    if identifier is None:
        return
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", relation.replace("_", "-")).lower()
    field, value = _relations().get(name, ("object", name))
    made = Map(identifier.place)
    put(made, "type" if field == "article" else "relation", Text(value, identifier.place))
    put(made, _identifier_field(kind, str(identifier.value), field), identifier)
    if field == "article":
        put(made, "title", about)
        add(draft, "related_articles", made)
    else:
        put(made, "title", about)
        add(draft, "related_objects", made)


def _identifier_field(kind: str, value: str, field: str) -> str:
    kind = kind.lower()
    if kind == "doi" or (not kind and value.startswith("10.")):
        return "doi"
    if kind in ("pmid", "pmcid") and field == "article":
        return kind
    return "url" if "://" in value else "document.id" if field == "object" else "url"


def update(draft: Map, kind: str, doi: Text | None) -> None:
    """Add the article that this one corrects, retracts or replaces."""
    if doi is None:
        return
    known = words("crossref_updates")
    made = fields(doi.place, type=Text(known.get(kind.lower(), kind), doi.place), doi=doi)
    add(draft, "related_articles", made)


def assertion(draft: Map, branch: Branch) -> None:
    """Place what a publisher asserts with Crossmark, by its name or label; what is not known stays for the report.

    Some publishers give statements the name Ethics, and the heading as the label of their group.
    """
    known = words("crossref_assertions")
    heading = branch.says("group/label", "@group_label")
    labels = [heading, branch.says("label", "@label"), branch.says("name", "@name")]
    field = next((found for label in labels if (found := known.get(_key(label)))), "")
    value = branch.one("value") or branch
    says_nothing = field == "-" or not value.words
    if says_nothing or (field and put(draft, field, Text(value.words, value.place))):
        branch.use()
    elif heading and _key(labels[2]) == "ethics":
        _state(draft, heading, Text(value.words, value.place))
        branch.use()


def _state(draft: Map, heading: str, text: Text) -> None:
    """Add a statement by its heading; what the article has under that heading already goes on in a new paragraph."""
    statements = draft.items.get("statements")
    if not isinstance(statements, Map):
        statements = Map(text.place)
        draft.put("statements", statements)
    present = statements.items.get(heading)
    if isinstance(present, Text):
        present.value = f"{present.value}\n\n{text.value}"
    else:
        statements.put(heading, text)


def _key(name: str) -> str:
    return name.replace("_", " ").replace("-", " ").casefold().strip()


def licences(draft: Map, found: list[Map]) -> None:
    """The licences, each address once; the version of record first."""
    by_address: dict[str, Map] = {}
    for made in sorted(found, key=lambda each: _version(each) not in ("vor", "")):
        url = made.items.get("url")
        by_address.setdefault(str(url.value).rstrip("/") if isinstance(url, Text) else "", made)
    made_all = list(by_address.values())
    if len(made_all) == 1:
        made_all[0].items.pop("applies_to", None)
    put(draft, "license", made_all)


def _version(made: Map) -> str:
    version = made.items.get("applies_to")
    return str(version.value) if isinstance(version, Text) else ""


def funder(name: Text | None, identifier: Text | None, numbers: list[Text]) -> Map | None:
    """An award with its funder, whose identifier is a DOI of the Funder Registry or a ROR."""
    place = next((each.place for each in (name, identifier, *numbers) if each), None)
    if place is None:
        return None
    value = str(identifier.value) if identifier else ""
    key = "ror" if "ror.org/" in value else "doi" if "10." in value else "url" if "://" in value else "ids"
    if key == "ids" and identifier is not None:
        made = fields(place, funder=fields(place, name=name), numbers=numbers)
        put(made, "funder.ids.fundref", identifier)
        return made
    return fields(place, funder=fields(place, name=name, **{key: identifier}), numbers=numbers)
