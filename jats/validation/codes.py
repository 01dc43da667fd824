"""The messages of the schema layer, one function per code; its docstring is the code's page.

The examples are run by a test: an element replaces the first element of its name in a clean host article;
a line that starts with `jats` is run as a command.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from jats.findings import Severity
from jats.messages.codes import collect, explanations, message_code
from jats.messages.explanations import Explanation
from jats.messages.words import (
    any_of,
    attribute,
    count,
    did_you_mean,
    is_invisible,
    quoted,
    spaces_around,
    tag,
    tags,
    values,
)
from jats.validation.prefixes import with_prefix
from jats.vocab.tables import tabbed_rows

WRONG_PREFIX = "SCH026"
_TOO_MANY = 12
"""The number of elements beyond which a list of what may be missing says nothing."""


@message_code("SCH010")
def unknown_element(name: str, parent: str | None, hint: str, schema: str) -> str:
    """The tag set has no element of this name.

    Why: what a program does not know it drops, or it refuses the file; a misspelt tag loses its content.
    Wrong: <sec id="s1"><titel>Methods</titel><p>We counted.</p></sec>
    Right: <sec id="s9"><title>Methods</title><p>We counted.</p></sec>
    Source: XML 1.0, validity constraint "Element Valid"; the JATS DTD's element declarations
    """
    inside = f" in {tag(parent)}" if parent else ""
    return f"{tag(name)}{inside} is not an element of {schema}{hint}"


@message_code("SCH011")
def misplaced_element(name: str, parent: str, remedy: str, *, never: bool = True) -> str:
    """The element exists, but not inside this parent.

    Why: programs look for an element where the tag set puts it; elsewhere they overlook it, or stop.
    Wrong: <contrib contrib-type="author"><name><surname>Roe</surname></name><title>Prof.</title></contrib>
    Right: <contrib contrib-type="author"><name><surname>Roe</surname><prefix>Prof.</prefix></name></contrib>
    Source: XML 1.0, validity constraint "Element Valid"; the content model of the parent
    """
    place = "" if never else "at this place "
    return f"{tag(name)} is not allowed {place}in {tag(parent)}{remedy}"


@message_code("SCH012")
def wrong_order(name: str, parent: str, place: str, them: str = "it") -> str:
    """The element is allowed in this parent, but at another place in the order.

    Why: the tag set gives the children of this element an order, which parsers rely on.
    Wrong: <article-meta><title-group><article-title>On tides</article-title></title-group>
        <article-id pub-id-type="doi">10.5555/1</article-id><permissions/></article-meta>
    Right: <article-meta><article-id pub-id-type="doi">10.5555/1</article-id>
        <title-group><article-title>On tides</article-title></title-group><permissions/></article-meta>
    Source: XML 1.0, validity constraint "Element Valid"; the sequence in the parent's content model
    """
    return f"{tag(name)} is in the wrong place in {tag(parent)}: move {them} {place}"


@message_code("SCH030")
def wrong_order_of_all(parent: str, order: Sequence[str]) -> str:
    """Several elements in one parent are in the wrong order.

    Why: the tag set gives the children of this element an order, which parsers rely on.
    Wrong: <article-meta><title-group><article-title>On tides</article-title></title-group>
        <pub-date><year>2023</year><month>3</month><day>30</day></pub-date><permissions/></article-meta>
    Right: <article-meta><title-group><article-title>On tides</article-title></title-group>
        <pub-date><day>30</day><month>3</month><year>2023</year></pub-date><permissions/></article-meta>
    Source: XML 1.0, validity constraint "Element Valid"; the sequence in the parent's content model
    """
    return f"the elements in {tag(parent)} must be in this order: {', '.join(tag(each) for each in order)}"


@message_code("SCH031")
def wrong_number_of_parts(name: str, there: int, wanted: str, parts: str) -> str:
    """A formula's element has too few or too many parts.

    Why: the parts have their meaning by their number and order; with one missing the formula cannot be set.
    Wrong: <!DOCTYPE article PUBLIC
        "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD with MathML3 v1.2 20190208//EN"
        "JATS-archivearticle1-mathml3.dtd">
        <article xmlns:mml="http://www.w3.org/1998/Math/MathML"><front><article-meta/></front><body><p>
        <mml:math><mml:mfrac><mml:mi>x</mml:mi></mml:mfrac></mml:math></p></body></article>
    Right: <!DOCTYPE article PUBLIC
        "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD with MathML3 v1.2 20190208//EN"
        "JATS-archivearticle1-mathml3.dtd">
        <article xmlns:mml="http://www.w3.org/1998/Math/MathML"><front><article-meta/></front><body><p>
        <mml:math><mml:mfrac><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:mfrac></mml:math></p></body></article>
    Source: MathML 3.0, section 3.1.3.2, "Table of argument requirements"
    """
    return f"{tag(name)} has {count(there, 'part')} and needs {wanted}: {parts}; put several elements of one part into <mml:mrow>"


@message_code("SCH013")
def missing_child(
    parent: str, wanted: Sequence[str], before: str | None, after: str | None, *, bare: bool = False
) -> str:
    """An element that the tag set requires is missing.

    Why: without it the parent says nothing that a receiver could use.
    Wrong: <ref id="r1"><label>1</label></ref>
    Right: <ref id="r1"><label>1</label><mixed-citation>Roe, Tides.</mixed-citation></ref>
    Source: XML 1.0, validity constraint "Element Valid"; the content model of the parent
    """
    place = f", before {tag(before)}" if before else f", after {tag(after)}" if after else ""
    if len(wanted) > _TOO_MANY and not place:
        return f"{tag(parent)} is empty: write what belongs in it, or remove {tag(parent)}"
    return f"{tag(parent)} lacks {tags(wanted)}{place}" + (f": add it, or remove {tag(parent)}" if bare else "")


@message_code("SCH014")
def too_many(name: str, parent: str, remedy: str) -> str:
    """The element is in its parent more often than the tag set allows.

    Why: of two where one is allowed, each receiver picks another.
    Wrong: <name><surname>Roe</surname><surname>Doe</surname></name>
    Right: <name><surname>Roe</surname><given-names>Doe</given-names></name>
    Source: XML 1.0, validity constraint "Element Valid"; the content model of the parent
    """
    return f"there is one {tag(name)} too many in {tag(parent)}: {remedy}"


@message_code("SCH015")
def missing_attribute(name: str, owner: str, allowed: Sequence[str], seen: str = "") -> str:
    """An attribute that the tag set requires is missing.

    Why: without it the element's meaning is open: which link, which type, which column.
    Wrong: <fig id="f9"><alternatives><graphic/></alternatives></fig>
    Right: <fig id="f9"><alternatives><graphic xlink:href="tides.png"/></alternatives></fig>
    Source: XML 1.0, validity constraint "Required Attribute"
    """
    hint = f": its value is {values(allowed)}" if allowed else f": {seen}" if seen else _USUAL_VALUES.get(name, "")
    return f"{tag(owner)} lacks the attribute {name}{hint}"


_USUAL_VALUES = {
    "count": ": write the number",
    "content-type": ": write what kind of text it is",
    "related-article-type": ": write how the other article is related, such as 'corrected-article', 'commentary-article', "
    "'retracted-article', 'companion' or 'addendum'",
    "rid": ": write the id of the element that it belongs to",
    "units": ": write what is counted, such as 'pages'",
    "xlink:href": ": write the name or the address of the file",
}
"""What to write as the value of an attribute that is not limited to a list (JATS Tag Library, suggested usage)."""


@message_code("SCH016")
def undeclared_attribute(
    name: str, owner: str, known: Sequence[str], declared: Sequence[str], remedy: str | None = None
) -> str:
    """The element has no attribute of this name.

    Why: a misspelt attribute is overlooked, and what it says is lost.
    Wrong: <contrib contrib-typ="author"><name><surname>Roe</surname></name></contrib>
    Right: <contrib contrib-type="author"><name><surname>Roe</surname></name></contrib>
    Source: XML 1.0, validity constraint "Attribute Value Type"
    """
    known_names = did_you_mean(list(known)) or (
        f": remove it; it may have {any_of(declared, 8)}" if declared else ": remove it"
    )
    hint = f": {remedy}" if remedy else known_names
    return f"{tag(owner)} has no attribute {name}{hint}"


@cache
def _same_values() -> dict[str, tuple[str, ...]]:
    """What is written for a value in other formats and languages, and the values of JATS that it may mean."""
    return {written: tuple(meant.split()) for written, meant in tabbed_rows("validation/same_values.tsv")}


@message_code("SCH017")
def bad_value(name: str, owner: str, value: str, allowed: Sequence[str], close: Sequence[str], right: str = "") -> str:
    """The attribute's value is not one of the values that it may have.

    Why: programs act on the listed values alone.
    Wrong: <contrib corresp="true"><name><surname>Roe</surname></name></contrib>
    Right: <contrib corresp="yes"><name><surname>Roe</surname></name></contrib>
    Source: XML 1.0, validity constraint "Enumeration"
    """
    if (bare := value.strip()) in allowed:
        return spaces_around(name, owner, bare)
    if name == "dtd-version" and right in allowed:
        said = "is not a version of the DTD that the file names"
        return f"{attribute(name, value)} of {tag(owner)} {said}: write {attribute(name, right)}"
    same = _same_values()
    meant = [each for each in same.get(bare, same.get(bare.lower(), ())) if each in allowed]
    if len(allowed) == 1:
        return f"{attribute(name, value)} of {tag(owner)}: write {attribute(name, allowed[0])}"
    hint = did_you_mean([quoted(each) for each in meant or close])
    return f"{attribute(name, value)} of {tag(owner)} must be {values(allowed)}{hint}"


@message_code("SCH021")
def text_not_allowed(text: str, parent: str, remedy: str) -> str:
    """There is text where only elements are allowed.

    Why: it belongs to no element, so programs drop it or print it in the wrong place.
    Wrong: <sec id="s1"><title>Methods</title>We counted.</sec>
    Right: <sec id="s1"><title>Methods</title><p>We counted.</p></sec>
    Source: XML 1.0, validity constraint "Element Valid": element content
    """
    in_cells = parent == "tr" or (parent.startswith("mml:") and text not in "\u200b\ufeff")
    if not text.isascii() and is_invisible(text) and not in_cells:
        signs = " ".join(f"U+{ord(each):04X}" for each in dict.fromkeys(text))
        return f"an invisible character ({signs}) is not allowed in {tag(parent)}: remove it"
    return f"the text {quoted(text)} is not allowed in {tag(parent)}{remedy}"


@message_code("SCH022")
def not_empty(name: str, tag_of_it: str, *, full: bool) -> str:
    """The element must be empty, and there is something in it.

    Why: the tag set allows nothing in it, so no program looks there.
    Wrong: <title>High water<break> </break>and low</title>
    Right: <title>High water<break/>and low</title>
    Source: XML 1.0, validity constraint "Element Valid": declared EMPTY
    """
    said = f"{tag(name)} must be empty: no text, no element, no comment, not even a space"
    return f"{said}: write {tag_of_it}" + (", and move what is in it out of it, or remove that" if full else "")


@message_code("SCH023")
def wrong_namespace(prefix: str, found: str, right: str) -> str:
    """A prefix is bound to an address that is not its namespace.

    Why: every program that knows namespaces sees unknown elements. A DTD sees prefixes only; if it does not fix the
        address, the file is valid, and this is a warning.
    Wrong: <p><mml:math xmlns:mml="http://www.w3.org/Math/MathML"><mml:mi>x</mml:mi></mml:math></p>
    Right: <p><mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML"><mml:mi>x</mml:mi></mml:math></p>
    Source: Namespaces in XML 1.0; JATS Tag Library, "Namespaces"
    """

    return f"the prefix {prefix} is bound to {quoted(found)}: write {attribute(f'xmlns:{prefix}', right)}"


@message_code("SCH024", Severity.WARNING)
def unusual_root(name: str) -> str:
    """The document does not begin with `<article>`.

    Why: a DTD does not say which element comes first, so the file may be valid; but it is not an article.
    Wrong: <!DOCTYPE p PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.2 20190208//EN"
        "JATS-archivearticle1.dtd">
        <p>We counted.</p>
    Right: <p>We counted.</p>
    Source: JATS Tag Library, element `<article>`
    """
    return f"the document begins with {tag(name)}; a JATS document begins with <article>"


@message_code("SCH033")
def doctype_of_another_root(named: str, root: str) -> str:
    """The DOCTYPE names another element than the document's first one.

    Why: a validating parser refuses the file, whatever is in it.
    Wrong: <!DOCTYPE artcle PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.2 20190208//EN"
        "JATS-archivearticle1.dtd">
        <article><front><article-meta/></front></article>
    Right: <!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.2 20190208//EN"
        "JATS-archivearticle1.dtd">
        <article><front><article-meta/></front></article>
    Source: XML 1.0, validity constraint "Root Element Type"
    """
    return f"the DOCTYPE names {quoted(named)}, but the document's first element is {tag(root)}: write <!DOCTYPE {root}"


@message_code("SCH025")
def fixed_value(name: str, owner: str, value: str, right: str) -> str:
    """The attribute must have one fixed value, and it has another.

    Why: the tag set fixes it (up to JATS 1.2, its own version), and receivers count on that.
    Wrong: <!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.2 20190208//EN"
        "JATS-archivearticle1.dtd">
        <article dtd-version="1.3"><front><article-meta/></front></article>
    Right: <!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.2 20190208//EN"
        "JATS-archivearticle1.dtd">
        <article dtd-version="1.2"><front><article-meta/></front></article>
    Source: XML 1.0, validity constraint "Fixed Attribute Default"
    """
    return f"{attribute(name, value)} of {tag(owner)}: write {attribute(name, right)}"


@message_code("SCH026")
def wrong_prefix(name: str, right: str) -> str:
    """An element or attribute of a namespace has another prefix than the tag set's.

    Why: a DTD knows names with their prefix only, so the right namespace under another prefix is not valid.
    Wrong: <p><m:math xmlns:m="http://www.w3.org/1998/Math/MathML"><m:mi>x</m:mi></m:math></p>
    Right: <p><mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML"><mml:mi>x</mml:mi></mml:math></p>
    Source: JATS Tag Library, "Namespaces": the prefixes mml, xlink, ali, xsi, oasis
    """
    return f"{name} has the right namespace, but the tag set knows it only as {right}: {with_prefix(name, right)}"


@message_code("SCH032")
def missing_prefix(name: str, inside: int, right: str) -> str:
    """An element of MathML has no prefix.

    Why: JATS knows the elements of MathML only with the prefix mml, so it takes them for unknown elements.
    Wrong: <p><inline-formula><math><mi>x</mi></math></inline-formula></p>
    Right: <p><inline-formula><mml:math><mml:mi>x</mml:mi></mml:math></inline-formula></p>
    Source: JATS Tag Library, "Namespaces"; element `<mml:math>`
    """
    more = f" and the {count(inside, 'element')} in it lack" if inside else " lacks"
    return f"{tag(name)}{more} the prefix mml: write {tag(right)}, and so on for each"


@message_code("SCH027")
def undeclared_namespace(name: str, owner: str, value: str, declared: Sequence[str], again: bool = False) -> str:
    """A namespace is declared on an element where the tag set does not allow it.

    Why: to a DTD a declaration is an attribute, and this element does not have it.
    Wrong: <p xmlns:w="http://example.org/word">We counted.</p>
    Right: <p>We counted.</p>
    Source: XML 1.0, validity constraint "Attribute Value Type"; the DTD's xmlns attributes
    """
    if name == "xmlns":
        return f"{tag(owner)} has {attribute(name, value)}: remove it, for the elements of JATS have no namespace"
    if again:
        return f"{tag(owner)} may not declare the namespace {attribute(name, value)} again: remove it"
    hint = f"; it may have {any_of(declared, 8)}" if declared else ": remove it"
    return f"{tag(owner)} may not declare the namespace {attribute(name, value)}{hint}"


@message_code("SCH034")
def standalone_is_false() -> str:
    """The first line says `standalone="yes"`, but the file needs its DTD.

    Why: the DTD adds values of attributes and says where white space has no meaning, so a validating parser refuses the file.
    Wrong: <?xml version="1.0" standalone="yes"?>
        <!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.2 20190208//EN"
        "JATS-archivearticle1.dtd">
        <article> <front> <article-meta/></front></article>
    Right: <?xml version="1.0"?>
        <!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.2 20190208//EN"
        "JATS-archivearticle1.dtd">
        <article> <front> <article-meta/></front></article>
    Source: XML 1.0, validity constraint "Standalone Document Declaration"
    """
    return 'standalone="yes" in the first line is not true, for the file needs its DTD: remove it'


@message_code("SCH098", Severity.INFO)
def more_faults(shown: int) -> str:
    """The file has more faults than are explained.

    Why: often one cause leads to most of them, so fix the first ones and look again.
    Wrong: jats validate faulty.xml
    Right: jats validate article.xml
    Source: this program's limits
    """
    return f"more faults follow the first {shown:,}, at which the explanation stops"


@message_code("SCH099")
def as_the_schema_says(message: str) -> str:
    """The schema refuses this, in its own words.

    Why: only the program that read the schema knows more about this.
    Wrong: jats validate article.xml --schema book.rng
    Right: jats validate article.xml
    Source: the DTD, XSD or RELAX NG that judged
    """
    return message


@message_code("SCH097")
def as_the_schema_expects(reason: str, expected: Sequence[str]) -> str:
    """The schema expects something else here.

    Why: the schema that you named with --schema has other rules than JATS, and these are its own words.
    Wrong: jats validate article.xml --schema book.xsd
    Right: jats validate article.xml
    Source: the XSD that judged, as the library xmlschema reads it
    """
    return reason + (f"; expected is {tags(expected)}" if expected else "")


def pages() -> dict[str, Explanation]:
    """The page of each code, by its code."""
    import sys

    from jats.validation import file_codes, id_codes

    return explanations(collect((file_codes, id_codes, sys.modules[__name__])))
