"""Alternatives: several forms of one thing, of which each reader takes the best."""

from __future__ import annotations

from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import all_of, any_of, quoted
from jats.rules.engine.reading import HREF, MATH, Element, elements_of, parent_name, prefixed_name, tagged
from jats.rules.engine.registry import Hit, rule
from jats.vocab.namespaces import expanded

_FORMULA = ("tex-math", "graphic", "mml:math", "media")
_QUOTED = ("textual-form", "graphic")
_USABLE = {
    "fig": ("graphic", "media"),
    "table-wrap": ("table", "graphic", "array", "textual-form", "preformat"),
    "disp-formula": _FORMULA,
    "inline-formula": _FORMULA,
    "chem-struct-wrap": _FORMULA,
    "app": ("media", "textual-form", "table"),
    "bio": ("textual-form", "graphic", "media"),
    "p": ("textual-form",),
    "element-citation": ("textual-form",),
    "mixed-citation": ("textual-form",),
    **dict.fromkeys(("disp-quote", "boxed-text", "sig", "sig-block", "glossary", "td", "th"), _QUOTED),
}
"""The forms that PMC can show, by the element that holds the alternatives."""
_NESTING = ("array", "chem-struct", "supplementary-material", "inline-supplementary-material")
_PARENTS = frozenset({*_USABLE, *_NESTING})
_FORMULAS = ("disp-formula", "inline-formula")
_SEVERAL = ("aff-alternatives", "citation-alternatives", "collab-alternatives", "name-alternatives")


def _forms(el: Element) -> list[str]:
    return [prefixed_name(str(each.tag)) for each in elements_of(el)]


@rule("PMC701", on="alternatives", services=("pmc",))
def alternatives_where_known(el: Element) -> Iterator[str]:
    """Alternatives must be in an element in which PMC expects them.

    Why: in other places PMC does not know which of the forms to show.
    Wrong: <sec id="s2">… <!-- new --><alternatives><graphic xlink:href="jts-15-gf02.jpg"/>
        <textual-form>A map of the harbour
        </textual-form></alternatives></sec>
    Right: <fig id="f1">… <!-- no graphic --><!-- new --><alternatives><graphic xlink:href="jts-15-gf01.jpg"/>
        <graphic xlink:href="jts-15-gf01.tif"/></alternatives></fig>
    Source: PMC Style Checker 5.31, alternatives-parent-check
    """
    if parent_name(el) not in _PARENTS:
        yield f"PMC does not expect <alternatives> in <{parent_name(el)}>: keep one of the forms"


@rule("PMC702", on=("alternatives", *_SEVERAL), services=("pmc", "scielo"))
def alternatives_are_several(el: Element) -> Iterator[Hit]:
    """There must be at least two alternatives.

    Why: a wrapper around a single form makes programs look for a choice that does not exist.
    Wrong: <table-wrap id="t1"><label>Table 1</label><caption><title>Water level at the two places</title></caption>
        <alternatives><table><thead><tr><th>Place</th></tr></thead>
        <tbody><tr><td>Mouth</td></tr></tbody></table></alternatives></table-wrap>
    Right: <table-wrap id="t1"><label>Table 1</label><caption><title>Water level at the two places</title></caption>
        <alternatives><graphic id="g2" xlink:href="jts-15-gt01.svg"/><table><thead><tr><th>Place</th></tr></thead>
        <tbody><tr><td>Mouth</td></tr></tbody></table></alternatives></table-wrap>
    Source: PMC Style Checker 5.31, alternatives-child-count; SciELO Publishing Schema 1.10, tablewrap_rules and formula_rules
    """
    forms = _forms(el)
    # PMC502 reports citations.
    if len(forms) < 2 and el.tag != "citation-alternatives":
        services = None if el.tag == "alternatives" else ("pmc",)
        yield Hit(
            f"{tagged(el)} holds {'only one form' if forms else 'nothing'}: remove {tagged(el)}", services=services
        )


@rule("PMC703", on="alternatives", services=("pmc",))
def a_usable_form_is_among_them(el: Element) -> Iterator[str]:
    """One of the alternatives must be a form that PMC can show.

    Why: PMC takes the form that it prefers for the place; of other forms it shows nothing.
    Wrong: <fig id="f1">… <!-- no graphic --><!-- new --><alternatives>
        <textual-form specific-use="screen">A curve</textual-form>
        <textual-form specific-use="print">A curve with its peak in April</textual-form></alternatives></fig>
    Right: <fig id="f1">… <!-- no graphic --><!-- new --><alternatives><graphic xlink:href="jts-15-gf01.jpg"/>
        <textual-form>A curve with its peak in April</textual-form></alternatives></fig>
    Source: PMC Style Checker 5.31, alternatives-content-check
    """
    usable = _USABLE.get(parent_name(el), ())
    forms = _forms(el)
    # PMC702 reports a single form.
    if len(forms) > 1 and usable and not set(forms).intersection(usable):
        yield f"PMC can show none of the alternatives in <{parent_name(el)}>: add {any_of(f'<{name}>' for name in usable)}"


@rule("PMC704", on="alternatives", services=("pmc",))
def alternatives_do_not_nest(el: Element) -> Iterator[Hit]:
    """Alternatives must not hold the element that they are in, nor two formulas in MathML.

    Why: a thing cannot be another form of itself.
    Wrong: <chem-struct id="ch1"><alternatives><chem-struct id="ch2">NaCl</chem-struct>
        <graphic xlink:href="jts-15-gf02.jpg"/>
        </alternatives></chem-struct>
    Right: <chem-struct id="ch1"><alternatives><textual-form>NaCl</textual-form><graphic xlink:href="jts-15-gf02.jpg"/>
        </alternatives></chem-struct>
    Source: PMC Style Checker 5.31, alternatives-content-check
    """
    around = parent_name(el)
    if around in _NESTING:
        for same in el.iterchildren(around):
            yield Hit(f"the alternatives in <{around}> hold <{around}> again: keep the other forms", same)
    elif around in (*_FORMULAS, "chem-struct-wrap"):
        for second in el.findall(MATH)[1:]:
            yield Hit("the alternatives hold a second <mml:math>: keep one", second)


@rule("PMC705", on=("fig/alternatives", "app/alternatives", "bio/alternatives"), services=("pmc",))
def one_form_is_delivered(el: Element) -> Iterator[str]:
    """Of alternative images, and of alternative media, at least one must be delivered, not only on the web.

    Why: PMC archives the files that it is given; addresses on the web change.
    Wrong: <fig id="f1">… <!-- no graphic --><!-- new --><alternatives>
        <graphic xlink:href="https://www.tidal-studies.org/f1.jpg"/>
        <graphic xlink:href="https://www.tidal-studies.org/f1.tif"/></alternatives></fig>
    Right: <fig id="f1">… <!-- no graphic --><!-- new --><alternatives><graphic xlink:href="jts-15-gf01.jpg"/>
        <graphic xlink:href="https://www.tidal-studies.org/f1.tif"/></alternatives></fig>
    Source: PMC Style Checker 5.31, check-media-graphic-in-alt
    """
    for name in ("graphic", "media"):
        files = [each.get(HREF, "") for each in el.iterchildren(name)]
        if files and all(file.startswith("http") for file in files):
            yield f"every <{name}> is a web address, such as {quoted(files[0])}: deliver one file, and write its name"


@rule("PMC706", on=_SEVERAL, services=("pmc",))
def uses_are_told_of_all(el: Element) -> Iterator[Hit]:
    """If one of the alternatives of a kind states its use, all of that kind must.

    Why: a program that chooses by the use cannot place the one without.
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
    # PMC103 reports a use that is stated twice.
    members: dict[str, list[Element]] = {}
    for each in elements_of(el):
        if each.get("content-type") != "index":
            members.setdefault(str(each.tag), []).append(each)
    for same in members.values():
        without = [each for each in same if not each.get("specific-use")]
        if 0 < len(without) < len(same):
            message = f"{tagged(without[0])} has no specific-use, but another one has: state it for all or for none"
            yield Hit(message, without[0])


_PAIRS = {
    "table-wrap": ("table", "graphic"),
    "disp-formula": ("mml:math", "graphic"),
    "inline-formula": ("mml:math", "inline-graphic"),
}
_CODED_TWICE = frozenset(("mml:math", "tex-math"))
_TWICE = "the formula is coded twice, in MathML and in TeX, and SciELO takes one of the two"
_CODED = {"table-wrap": ("table",), **dict.fromkeys(_FORMULAS, ("mml:math", "tex-math"))}


@rule("SPS701", on=("table-wrap", *_FORMULAS, "alternatives", "graphic"), services=("scielo",))
def alternatives_of_scielo(el: Element) -> Iterator[Hit]:
    """Several forms of a table or formula must be in `<alternatives>`, one of them coded, and an SVG file must not be alone.

    Why: SciELO shows the coded form to all readers, and an image if it cannot show the code. Its checker refuses a formula that
        is coded twice, in MathML and in TeX.
    Wrong: <graphic id="g1" xlink:href="jts-15-gf01.svg" mimetype="image" mime-subtype="svg">
        <alt-text>A curve with its peak in
        April.</alt-text></graphic>
    Wrong: <table-wrap id="t1"><label>Table 1</label><caption><title>Water level at the two places</title></caption>
        <graphic id="g2" xlink:href="jts-15-gt01.jpg"><alt-text>Two levels.</alt-text></graphic>
        <table><thead><tr><th>Place</th></tr></thead><tbody><tr><td>Mouth</td></tr></tbody></table></table-wrap>
    Wrong: <disp-formula id="e1"><label>(1)</label><alternatives><mml:math id="m1"><mml:mi>h</mml:mi></mml:math>
        <tex-math>h</tex-math></alternatives></disp-formula>
    Right: <fig id="f1">… <!-- no graphic --><!-- new --><alternatives><graphic id="g1" xlink:href="jts-15-gf01.svg"/>
        <graphic id="g2" xlink:href="jts-15-gf01.jpg"/></alternatives></fig>
    Source: SciELO Publishing Schema 1.10, tablewrap_rules, formula_rules and graphic_rules; alternatives
    """
    if el.tag == "graphic":
        if el.get(HREF, "").lower().endswith(".svg") and parent_name(el) != "alternatives":
            file = quoted(el.get(HREF, ""))
            yield Hit(f"the SVG file {file} is the only form: put it into <alternatives> with a JPEG or PNG file")
    elif el.tag == "alternatives":
        for described in el.iter("alt-text", "long-desc"):
            message = f"{tagged(described)} is in <alternatives>, which need no description: remove it for SciELO"
            yield Hit(message, described, severity=Severity.INFO)
        if _CODED_TWICE.issubset(forms := _forms(el)):
            apart = ", without <alternatives>" if len(forms) == len(_CODED_TWICE) else ""
            yield Hit(f"{_TWICE}: keep <mml:math>{apart}")
        else:
            yield from _lacking_form(el)
    else:
        forms = [
            name
            for name in (*_CODED[str(el.tag)], "graphic")
            if next(el.iterchildren(expanded(name)), None) is not None
        ]
        if _CODED_TWICE.issubset(forms):
            rest = ", and put it into <alternatives> with <graphic>" if "graphic" in forms else ""
            yield Hit(f"{_TWICE}: keep <mml:math>{rest}")
        elif len(forms) > 1:
            yield Hit(
                f"{tagged(el)} holds {all_of(f'<{name}>' for name in forms)}: put these forms into <alternatives>"
            )


def _lacking_form(el: Element) -> Iterator[Hit]:
    """What packtools means and does not run: a coded form without its image, or the reverse."""
    forms = _forms(el)
    if len(forms) < 2:
        return
    files = [each.get(HREF, "").lower() for each in el.iterchildren("graphic")]
    if files and len(files) == len(forms) and all(file.endswith(".svg") for file in files):
        yield Hit("all alternatives are SVG files: add a JPEG or PNG file", severity=Severity.INFO)
    coded, image = _PAIRS.get(parent_name(el), ("", ""))
    if not coded or (coded not in forms and parent_name(el) != "table-wrap"):
        return  # COM804 reports a formula without MathML
    if coded not in forms:
        yield Hit(f"the alternatives have no <{coded}>: add it", severity=Severity.INFO)
    elif not {"graphic", "inline-graphic"}.intersection(forms):
        yield Hit(f"the alternatives have no image: add <{image}>", severity=Severity.INFO)
