"""Alternatives: several forms of one thing, of which each reader takes the best."""

from __future__ import annotations

from collections.abc import Iterator

from jats.messages.words import any_of, quoted
from jats.rules.engine.reading import HREF, MATH, Element, elements_of, parent_name, prefixed_name, tagged
from jats.rules.engine.registry import Hit, rule

_WEB = ("http://", "https://", "ftp://")
_FORMULA = ("tex-math", "graphic", "mml:math", "media")
_QUOTED = ("textual-form", "graphic")
_USABLE = {
    "fig": ("graphic", "media"),
    "table-wrap": ("table", "graphic", "array", "textual-form", "preformat"),
    "disp-formula": _FORMULA,
    "inline-formula": _FORMULA,
    "chem-struct": _FORMULA,
    "chem-struct-wrap": _FORMULA,
    "array": ("textual-form", "preformat", "table"),
    "app": ("media", "textual-form", "table"),
    "bio": ("textual-form", "graphic", "media"),
    "p": ("textual-form",),
    "element-citation": ("textual-form",),
    "mixed-citation": ("textual-form",),
    **dict.fromkeys(("disp-quote", "boxed-text", "sig", "sig-block", "glossary", "td", "th"), _QUOTED),
}
"""What PMC can show of alternatives, by the element that they stand in."""
_PARENTS = frozenset({*_USABLE, "inline-supplementary-material", "supplementary-material"})


def _forms(el: Element) -> list[str]:
    return [prefixed_name(str(each.tag)) for each in elements_of(el)]


@rule("PMC701", on="alternatives", services=("pmc",))
def alternatives_where_known(el: Element) -> Iterator[str]:
    """Alternatives stand in an element in which PMC expects them.

    Why: elsewhere PMC doesn't know which of the forms to show.
    Wrong: <sec id="s2">… <!-- new --><alternatives><graphic xlink:href="jts-15-gf02.jpg"/>
        <textual-form>A map of the harbour
        </textual-form></alternatives></sec>
    Right: <fig id="f1">… <!-- no graphic --><!-- new --><alternatives><graphic xlink:href="jts-15-gf01.jpg"/>
        <graphic xlink:href="jts-15-gf01.tif"/></alternatives></fig>
    Source: PMC Style Checker 5.31, alternatives-parent-check
    """
    if parent_name(el) not in _PARENTS:
        yield f"alternatives stand in <{parent_name(el)}>, where PMC expects none: choose one form"


@rule(
    "PMC702",
    on=("alternatives", "aff-alternatives", "name-alternatives", "collab-alternatives"),
    services=("pmc", "scielo"),
)
def alternatives_are_several(el: Element) -> Iterator[str]:
    """Alternatives are at least two.

    Why: a wrapper around a single form makes programs look for a choice that isn't there.
    Wrong: <fig id="f1">… <!-- no graphic --><!-- new --><alternatives><graphic id="g1" xlink:href="jts-15-gf01.tif"/>
        </alternatives></fig>
    Right: <table-wrap id="t1"><label>Table 1</label><caption><title>Water level at the two places</title></caption>
        <alternatives><graphic xlink:href="jts-15-gt01.tif"/><table><thead><tr><th>Place</th></tr></thead>
        <tbody><tr><td>Mouth</td></tr></tbody></table></alternatives></table-wrap>
    Source: PMC Style Checker 5.31, alternatives-child-count
    """
    # Of citation-alternatives PMC502 speaks.
    forms = _forms(el)
    if len(forms) < 2:
        yield f"{tagged(el)} holds {'only one form' if forms else 'nothing'}: take the wrapper away"


@rule("PMC703", on="alternatives", services=("pmc",))
def a_usable_form_is_among_them(el: Element) -> Iterator[str]:
    """Among alternatives is a form that PMC can show.

    Why: PMC takes the form that it prefers for the place; of others it shows nothing.
    Wrong: <fig id="f1">… <!-- no graphic --><!-- new --><alternatives>
        <textual-form specific-use="screen">A curve</textual-form>
        <textual-form specific-use="print">A curve with its peak in April</textual-form></alternatives></fig>
    Right: <fig id="f1">… <!-- no graphic --><!-- new --><alternatives><graphic xlink:href="jts-15-gf01.jpg"/>
        <textual-form>A curve with its peak in April</textual-form></alternatives></fig>
    Source: PMC Style Checker 5.31, alternatives-content-check
    """
    usable = _USABLE.get(parent_name(el), ())
    forms = _forms(el)
    # A single form is PMC702's.
    if len(forms) > 1 and usable and not set(forms).intersection(usable):
        yield f"none of the alternatives in <{parent_name(el)}> can be shown: add {any_of(f'<{name}>' for name in usable)}"


@rule("PMC704", on="alternatives", services=("pmc",))
def alternatives_do_not_nest(el: Element) -> Iterator[Hit]:
    """Alternatives don't hold the element in which they stand.

    Why: a thing can't be another form of itself.
    Wrong: <chem-struct id="ch1"><alternatives><chem-struct id="ch2">NaCl</chem-struct>
        <graphic xlink:href="jts-15-gf02.jpg"/>
        </alternatives></chem-struct>
    Right: <chem-struct id="ch1"><alternatives><textual-form>NaCl</textual-form><graphic xlink:href="jts-15-gf02.jpg"/>
        </alternatives></chem-struct>
    Source: PMC Style Checker 5.31, alternatives-content-check
    """
    around = parent_name(el)
    if around in ("array", "chem-struct", "supplementary-material", "inline-supplementary-material"):
        for same in el.iterchildren(around):
            yield Hit(f"the alternatives in <{around}> hold <{around}> again", same)
    # In formulas COM803 speaks of a second one.
    elif around not in ("disp-formula", "inline-formula"):
        for second in el.findall(MATH)[1:]:
            yield Hit("the alternatives hold a second <mml:math>: write each expression by itself", second)


@rule("PMC705", on="alternatives", services=("pmc",))
def one_form_is_delivered(el: Element) -> Iterator[str]:
    """Of alternative files at least one is in the package, not only on the web.

    Why: PMC archives what it is given; addresses on the web change.
    Wrong: <fig id="f1">… <!-- no graphic --><!-- new --><alternatives>
        <graphic xlink:href="https://www.tidal-studies.org/f1.jpg"/>
        <graphic xlink:href="https://www.tidal-studies.org/f1.tif"/></alternatives></fig>
    Right: <fig id="f1">… <!-- no graphic --><!-- new --><alternatives><graphic xlink:href="jts-15-gf01.jpg"/>
        <graphic xlink:href="https://www.tidal-studies.org/f1.tif"/></alternatives></fig>
    Source: PMC Style Checker 5.31, check-media-graphic-in-alt
    """
    files = [each.get(HREF, "") for each in el.iterchildren("graphic", "media")]
    if files and all(file.startswith(_WEB) for file in files):
        yield f"all files are on the web, as {quoted(files[0])}: deliver one with the article"


@rule("PMC706", on=("aff-alternatives", "name-alternatives", "collab-alternatives"), services=("pmc",))
def uses_are_told_of_all(el: Element) -> Iterator[Hit]:
    """When one of the alternatives of a name or an affiliation says its use, all do.

    Why: a program that chooses by the use can't place the one without.
    Wrong: <contrib>… <!-- no name --><!-- new --><name-alternatives><name xml:lang="en" specific-use="latin">
        <surname>Kovalenko</surname><given-names>Daria</given-names></name><name xml:lang="uk">
        <surname>Коваленко</surname>
        <given-names>Дарія</given-names></name></name-alternatives></contrib>
    Right: <contrib>… <!-- no name --><!-- new --><name-alternatives><name xml:lang="en">
        <surname>Kovalenko</surname><given-names>Daria</given-names></name><name xml:lang="uk">
        <surname>Коваленко</surname>
        <given-names>Дарія</given-names></name></name-alternatives></contrib>
    Source: PMC Style Checker 5.31, alternatives-specific-use-check
    """
    # PMC103 speaks of a use that is told twice.
    members = [each for each in elements_of(el) if each.get("content-type") != "index"]
    without = [each for each in members if not each.get("specific-use")]
    if 0 < len(without) < len(members):
        yield Hit(f"{tagged(without[0])} has no specific-use, but others in {tagged(el)} do", without[0])


_PAIRS = {
    "table-wrap": ("table", "graphic"),
    "disp-formula": ("mml:math", "graphic"),
    "inline-formula": ("mml:math", "inline-graphic"),
}


@rule("SPS701", on=("alternatives", "graphic"), services=("scielo",))
def alternatives_of_scielo(el: Element) -> Iterator[Hit]:
    """Alternatives are a coded form and its image, without descriptions; an SVG file is one of them.

    Why: SciELO shows the coded form to all readers and the image where it can't; a description would be read aloud twice.
    Wrong: <graphic id="g1" xlink:href="jts-15-gf01.svg" mimetype="image" mime-subtype="svg">
        <alt-text>A curve with its peak in
        April.</alt-text></graphic>
    Wrong: <table-wrap id="t1"><label>Table 1</label><caption><title>Water level at the two places</title></caption>
        <alternatives><graphic xlink:href="jts-15-gt01.jpg"><alt-text>Two levels.</alt-text></graphic>
        <table><thead><tr><th>Place</th></tr></thead><tbody><tr><td>Mouth</td></tr></tbody></table></alternatives>
        </table-wrap>
    Wrong: <disp-formula id="e1"><label>(1)</label><alternatives><mml:math id="m1"><mml:mi>h</mml:mi></mml:math>
        <tex-math>h</tex-math></alternatives></disp-formula>
    Right: <fig id="f1">… <!-- no graphic --><!-- new --><alternatives><graphic xlink:href="jts-15-gf01.svg"/>
        <graphic xlink:href="jts-15-gf01.jpg"/></alternatives></fig>
    Source: SciELO Publishing Schema 1.10, alternatives; graphic_rules
    """
    if el.tag == "graphic":
        if el.get(HREF, "").lower().endswith(".svg") and parent_name(el) != "alternatives":
            yield Hit(
                f"the SVG file {quoted(el.get(HREF, ''))} stands alone: put it into <alternatives> with a JPEG or PNG"
            )
        return
    for described in el.iter("alt-text", "long-desc"):
        yield Hit(f"{tagged(described)} stands in alternatives, which need no description", described)
    yield from _lacking_form(el)


def _lacking_form(el: Element) -> Iterator[Hit]:
    forms = _forms(el)
    if len(forms) < 2:
        return
    files = [each.get(HREF, "").lower() for each in el.iterchildren("graphic")]
    if files and len(files) == len(forms) and all(file.endswith(".svg") for file in files):
        yield Hit("all alternatives are SVG: add a JPEG or PNG")
    coded, image = _PAIRS.get(parent_name(el), ("", ""))
    if not coded or (coded not in forms and parent_name(el) != "table-wrap"):
        return  # a formula without MathML is COM804's
    if coded not in forms:
        yield Hit(f"the alternatives lack <{coded}>")
    elif not {"graphic", "inline-graphic"}.intersection(forms):
        yield Hit(f"the alternatives lack an image, <{image}>")
