"""Names of contributors: there is one, in its parts, and nothing else in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, child_text, children, tagged, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.people.contributors import CONTRIBUTOR, NAMES, in_collab
from jats.vocab.identifiers import tidy_orcid

_NAMES = ("contrib/name", "contrib/name-alternatives/name", "contrib/string-name")
_PARTS = ("surname", "given-names")
_NOT_A_NAME = re.compile(
    r"(?P<digit>\d)|(?P<bracket>[()\[\]{}])|(?P<mark>[*†‡§¶#])|(?P<address>@)"
    r"|(?P<word>\b(?:editors?|corresponding|authors?|deceased|on behalf of)\b)",
    re.IGNORECASE,
)
_HOLDS = {
    "digit": "a digit",
    "bracket": "a bracket",
    "mark": "a footnote mark",
    "address": "an e-mail address",
    "word": "words that are no name",
}
_ADVICE = {
    "mark": ": use <xref>",
    "word": ": use <role>",
    "address": ": use <email>",
    "digit": ": a mark belongs in <xref>",
    "bracket": "",
}
_SUFFIX = re.compile(r"[^,\s][,\s]+(?:Jr|Sr|II|III|IV)\.?$")
_TITLE = re.compile(r"(?<![\w.-])(?:Dr|Prof|Professor|Ph\.?\s?D|DPhil|MSc|M\.Sc|BSc|B\.Sc)(?![\w-])\.?")
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[\s-]?){1,2}(?:[^\W\d_]\.[\s-]?)*")
_LENGTHS = {"surname": (60, 200), "given-names": (60, 200), "suffix": (10, 10)}
"""Characters that Crossref takes: up to schema 5.4, and from 5.5 on."""


@rule("COM101", on=CONTRIBUTOR, services=("pmc", "scielo", "jats4r", "crossref"))
def contributor_is_named(el: Element) -> Iterator[Hit]:
    """A contributor has a name: of a person, of a group, or the mark that they are anonymous.

    Why: a contributor without a name can't be shown, and stops the deposit.
    Wrong: <contrib>… <!-- no name --></contrib>
    Right: <contrib>… <!-- no name --><anonymous/></contrib>
    Right: <contrib>…</contrib>
    Source: PMC Style Checker 5.31, contrib-content-test; SciELO Publishing Schema 1.10, contrib
    """
    if not _has_name(el):
        # SPS106 speaks of a group's members.
        minding = ("pmc", "jats4r", "crossref") if in_collab(el) else None
        yield Hit("the contributor has no name: use <name>, <collab> or <anonymous/>", services=minding)


def _has_name(contrib: Element) -> bool:
    return any(each.tag in NAMES for each in contrib)


@rule("DOAJ101", on=CONTRIBUTOR, services=("doaj",))
def doaj_author_has_a_name(el: Element) -> Iterator[str]:
    """An author for DOAJ has a name.

    Why: DOAJ requires one for each author and refuses the record.
    Wrong: <contrib>… <!-- no name --></contrib>
    Right: <contrib>…</contrib>
    Source: doajArticles.xsd 1.3, author
    """
    if el.get("contrib-type", "author") == "author" and not _has_name(el) and not in_collab(el):
        yield "the author has no name: use <name> or <collab>"


@rule("DCT101", on="front/article-meta", services=("datacite",))
def datacite_record_has_a_creator(el: Element, context: RuleContext) -> Iterator[str]:
    """An article that DataCite is to register has at least one contributor with a name.

    Why: DataCite requires a creator and refuses the record without.
    Wrong: <article-meta>… <!-- no contrib-group --></article-meta>
    Right: <article-meta>…</article-meta>
    Source: DataCite Metadata Schema 4.6, property 2
    """
    if context.part_of(el) is context.root and not any(_has_name(each) for each in context.group(CONTRIBUTOR)):
        yield "the article has no contributor with a name; DataCite requires a creator"


@rule("COM103", on=CONTRIBUTOR, services=("pmc", "scielo"))
def contributor_has_one_name(el: Element) -> Iterator[Hit]:
    """A contributor has one name; the same name in another script stands beside it in `<name-alternatives>`.

    Why: of two names a reader takes one, and the other person is lost.
    Wrong: <contrib>… <!-- new --><name><surname>Lind</surname><given-names>Karin</given-names></name></contrib>
    Right: <contrib>… <!-- no name --><name-alternatives>
        <name xml:lang="en"><surname>Kovalenko</surname><given-names>Daria</given-names></name>
        <name xml:lang="uk"><surname>Коваленко</surname><given-names>Дарія</given-names></name>
        </name-alternatives></contrib>
    Source: PMC Style Checker 5.31, contrib-content-test; SciELO Publishing Schema 1.10, contrib
    """
    names = children(el, "name", "collab")
    if len(names) > 1:
        kinds = " and ".join(dict.fromkeys(map(tagged, names)))
        advice = "one <contrib> each, other scripts in <name-alternatives>"
        yield Hit(f"the contributor has {len(names)} names ({kinds}): {advice}", names[1])


@rule(
    "COM109", on=(*_NAMES, "element-citation/name"), services=("crossref", "pmc", "pubmed"), severity=Severity.WARNING
)
def name_holds_only_a_name(el: Element) -> Iterator[Hit]:
    """A name holds no digits, brackets, footnote marks, e-mail addresses or tasks.

    Why: they become part of the name in every catalogue.
    Wrong: <name><surname>Kovalenko*</surname><given-names>Daria</given-names></name>
    Wrong: <name><surname>Kovalenko (Editor)</surname><given-names>Daria</given-names></name>
    Right: <name><surname>Kovalenko</surname><given-names>Daria</given-names></name>
    Source: Crossref deposit schema, given_name; Crossref deposit Schematron, author names
    """
    for part in children(el, *_PARTS) or [el]:
        text = text_of(part)
        if found := _NOT_A_NAME.search(text):
            kind = found.lastgroup or ""
            yield Hit(f"{quoted(text)} holds {_HOLDS[kind]}, {found[0]}{_ADVICE[kind]}", part)


@rule("COM110", on=_NAMES, services=("crossref", "pubmed"), severity=Severity.WARNING)
def surname_is_not_in_capitals(el: Element) -> Iterator[Hit]:
    """A surname is not written wholly in capitals.

    Why: catalogues show it as it is written, and capitals hide how it is spelt (McDonald, de Souza).
    Wrong: <name><surname>KOVALENKO</surname><given-names>Daria</given-names></name>
    Right: <name><surname>Kovalenko</surname><given-names>Daria</given-names></name>
    Source: Crossref deposit Schematron, note 9; NLM's help for data providers, Author
    """
    surname = child_text(el, "surname") or ""
    if surname.isupper() and sum(map(str.isalpha, surname)) > 2:
        yield Hit(f"the surname {quoted(surname)} is in capitals", el.find("surname"))


@rule("COM111", on=_NAMES, services=("crossref", "pubmed"), severity=Severity.WARNING)
def suffix_stands_apart(el: Element) -> Iterator[Hit]:
    """A suffix such as Jr or III stands in `<suffix>`, not in the surname.

    Why: people are sorted and searched by surname, and nobody searches for "Hansen Jr".
    Wrong: <name><surname>Hansen Jr.</surname><given-names>Daria</given-names></name>
    Right: <name><surname>Hansen</surname><given-names>Daria</given-names><suffix>Jr</suffix></name>
    Source: Crossref deposit Schematron, note 12
    """
    surname = child_text(el, "surname") or ""
    if _SUFFIX.search(surname):
        yield Hit(f"the surname {quoted(surname)} ends with a suffix: use <suffix>", el.find("surname"))


@rule("COM112", on=_NAMES, services=("crossref", "pubmed"), severity=Severity.WARNING)
def titles_and_degrees_stand_apart(el: Element) -> Iterator[Hit]:
    """Titles stand in `<prefix>` and degrees in `<degrees>`, not in a name.

    Why: the title becomes a given name: "Dr D Kovalenko" is found as another person.
    Wrong: <name><surname>Kovalenko</surname><given-names>Dr. Daria</given-names></name>
    Wrong: <name><surname>Kovalenko, PhD</surname><given-names>Daria</given-names></name>
    Right: <contrib>… <name><surname>Kovalenko</surname><given-names>Daria</given-names><prefix>Dr</prefix></name>
        <degrees>PhD</degrees></contrib>
    Source: Crossref deposit Schematron, author names; editors' practice
    """
    for part in children(el, *_PARTS):
        if found := _TITLE.search(text_of(part)):
            yield Hit(f"{tagged(part)} {quoted(text_of(part))} holds {found[0]}: use <prefix> or <degrees>", part)


@rule("COM113", on="contrib-group", services=("crossref", "pubmed"), severity=Severity.WARNING)
def nobody_is_listed_twice(el: Element) -> Iterator[Hit]:
    """Nobody stands twice in a list of contributors.

    Why: the article is counted twice for the same person.
    Wrong: <contrib-group>… <!-- new --><contrib contrib-type="author">
        <name><surname>Lindqvist</surname><given-names>Marcus</given-names></name>
        <xref ref-type="aff" rid="aff1">1</xref></contrib></contrib-group>
    Right: <contrib-group>…</contrib-group>
    Source: editors' practice
    """
    seen: dict[tuple[str, ...], Element] = {}
    for contrib in el.iterchildren("contrib"):
        name = contrib.find("name")
        if name is None:
            continue
        given, surname = child_text(name, "given-names") or "", child_text(name, "surname") or ""
        who = (contrib.get("contrib-type", ""), given.casefold(), surname.casefold())
        first = seen.setdefault(who, contrib)
        # Two people may share initials, and even a name: then they have different ORCIDs.
        if first is not contrib and surname and not _INITIALS.fullmatch(given + " ") and not _differ(first, contrib):
            yield Hit(f"{given} {surname} is listed twice: is it the same person?", contrib)


def _differ(first: Element, second: Element) -> bool:
    """Whether two contributors have different ORCIDs."""
    one, other = (child_text(each, "contrib-id[@contrib-id-type='orcid']") or "" for each in (first, second))
    return bool(one and other) and tidy_orcid(one) != tidy_orcid(other)


@rule("COM116", on="/", services=("pmc", "crossref", "pubmed"))
def name_has_a_surname(_el: Element, context: RuleContext) -> Iterator[Hit]:
    """A name has a surname; who has a single name is marked by `name-style="given-only"`.

    Why: surname and given names are filed apart; without the mark the one that is there goes to the wrong place.
    Wrong: <name><given-names>Daria</given-names></name>
    Right: <name name-style="given-only"><given-names>Sukarno</given-names></name>
    Source: PMC Style Checker 5.31, name-content-check; Crossref deposit schema 5.5.0, surname
    """
    named = {each.getparent() for each in context.all("surname")}
    names = context.all("name")
    for name in names if len(names) != len(named) else ():
        if name in named or (name.get("name-style") == "given-only" and name.find("given-names") is not None):
            continue
        has_given = name.find("given-names") is not None
        advice = '; a single name has name-style="given-only"' if has_given else " and no given names"
        yield Hit(f"the name has no surname{advice}", name)


@rule("CRF101", on=CONTRIBUTOR, services=("crossref",))
def names_are_as_long_as_crossref_takes(el: Element) -> Iterator[Hit]:
    """Names of people have at most 200 characters (60 up to schema 5.4) and no question mark; groups 511, suffixes 10.

    Why: Crossref refuses the deposit; often the degrees, or a whole list of people, were put into a name.
    Wrong: <name><surname>Kovalenko</surname><given-names>Daria?</given-names></name>
    Wrong: <name><surname>Kovalenko</surname><given-names>Daria</given-names><suffix>the Younger</suffix></name>
    Right: <name><surname>Kovalenko</surname><given-names>Daria</given-names><suffix>Jr</suffix></name>
    Source: Crossref deposit schema 5.5.0, surname, given_name, suffix and organization
    """
    for part in el.iterfind("name/*"):
        text, limits = text_of(part), _LENGTHS.get(str(part.tag))
        if "?" in text:
            yield Hit(f"{quoted(text)} holds a question mark: was a letter lost?", part)
        elif limits and len(text) > limits[0]:
            grave = Severity.ERROR if len(text) > limits[1] else Severity.WARNING
            yield Hit(f"{tagged(part)} has {len(text)} characters, Crossref takes {limits[0]}", part, severity=grave)
    for group in el.iterchildren("collab"):
        if len(own_text(group)) > 511:
            yield Hit(f"the group's name has {len(own_text(group))} characters, Crossref takes 511", group)


def own_text(collab: Element) -> str:
    """The name of a group without its members, addresses and affiliations."""
    parts = [collab.text or ""]
    for child in collab:
        apart = child.tag in ("contrib-group", "address", "aff", "xref", "fn", "email", "author-comment", "ext-link")
        parts += ["" if apart or not isinstance(child.tag, str) else text_of(child), child.tail or ""]
    return " ".join("".join(parts).split())


@rule("CRF103", on=_NAMES, services=("crossref",), severity=Severity.INFO)
def given_name_is_written_out(el: Element) -> Iterator[Hit]:
    """A given name is written out, where it is known.

    Why: people are told apart by it; initials fit many.
    Wrong: <name><surname>Kovalenko</surname><given-names>D. M.</given-names></name>
    Right: <name><surname>Kovalenko</surname><given-names>Daria M.</given-names></name>
    Source: Crossref deposit Schematron, note 11
    """
    given = child_text(el, "given-names")
    if given and (_INITIALS.fullmatch(given) or len(given) == 1):
        yield Hit(f"the given names are only initials, {given}", el.find("given-names"))


@rule("PMC104", on="string-name", services=("pmc",))
def string_name_is_of_one_person(el: Element) -> Iterator[str]:
    """A `<string-name>` holds the name of one person.

    Why: of several people PMC makes one, with the surname of the first.
    Wrong: <ref id="B2"><label>2</label><mixed-citation publication-type="book">
        <person-group person-group-type="author"><string-name><surname>Hansen</surname> <given-names>P</given-names>,
        <surname>Osei</surname> <given-names>K</given-names></string-name></person-group>.
        <source>The North Sea coast</source>. <publisher-loc>Bergen</publisher-loc>: <publisher-name>Harbour
        Press</publisher-name>; <year>2011</year>.</mixed-citation></ref>
    Right: <ref id="B2"><label>2</label><mixed-citation publication-type="book">
        <person-group person-group-type="author"><string-name><surname>Hansen</surname>
        <given-names>P</given-names></string-name></person-group>.
        <source>The North Sea coast</source>. <publisher-loc>Bergen</publisher-loc>: <publisher-name>Harbour
        Press</publisher-name>; <year>2011</year>.</mixed-citation></ref>
    Source: PMC Style Checker 5.31, string-name-content-check
    """
    if len(el) > 2 and any(len(el.findall(part)) > 1 for part in _PARTS):
        yield f"{quoted(text_of(el))} holds several people: one <string-name> each"
