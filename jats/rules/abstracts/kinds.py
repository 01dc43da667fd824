"""Other kinds of abstracts: graphical ones, highlights, films."""

from __future__ import annotations

from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import quoted
from jats.rules.engine.reading import Element, within
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, closed_list

_TYPED = ("abstract/@abstract-type", "trans-abstract/@abstract-type")

closed_list(
    Row(
        "J4R330",
        on=_TYPED,
        services=("jats4r",),
        severity=Severity.WARNING,
        page="""The type of an abstract is one that JATS4R recommends.

        Why: a program that looks for graphical abstracts or plain summaries knows them by these words.
        Wrong: <article-meta>… <!-- new --><abstract abstract-type="toc"><p>Tides move mud.</p></abstract>
            </article-meta>
        Right: <article-meta>… <!-- new --><abstract abstract-type="teaser"><p>Tides move mud.</p></abstract>
            </article-meta>
        Source: JATS4R Schematron 1.0, abstract-warnings-1
        """,
    ),
    "teaser extract graphical key-points executive-summary plain-language-summary summary video audio web-summary".split(),
)

closed_list(
    Row(
        "SPS330",
        on="abstract/@abstract-type",
        services=("scielo",),
        page="""The type of an abstract is key-points, graphical or summary.

        Why: SciELO shows these kinds, each in its place.
        Wrong: <article-meta>… <!-- new --><abstract abstract-type="teaser"><title>Teaser</title><p>Tides move mud.</p>
            </abstract>
            </article-meta>
        Right: <article-meta>… <!-- new --><abstract abstract-type="summary"><title>Summary</title>
            <p>Tides move mud.</p></abstract>
            </article-meta>
        Source: SciELO Publishing Schema 1.10, abstract_type_list
        """,
    ),
    ("key-points", "graphical", "summary"),
)


@rule("J4R331", on=("abstract", "trans-abstract"), services=("jats4r", "scielo"))
def graphical_abstract_has_a_figure(el: Element) -> Iterator[Hit]:
    """A graphical abstract holds a figure, and pictures in an abstract stand in figures.

    Why: programs look for the picture in a figure, where its caption and description stand too.
    Wrong: <article-meta>… <!-- new --><abstract abstract-type="graphical"><title>Visual abstract</title>
        <p>Tides move mud.</p></abstract>
        </article-meta>
    Right: <article-meta>… <!-- new --><abstract abstract-type="graphical"><title>Visual abstract</title>
        <p><fig id="vs1"><caption><title>Mud and moon</title></caption><graphic xlink:href="jts-15-va.jpg">
        <alt-text>Mud follows the moon.</alt-text>
        </graphic></fig></p></abstract></article-meta>
    Source: JATS4R Schematron 1.0, abstract-errors; SciELO Publishing Schema 1.10, graphical_abstract_rules
    """
    if el.get("abstract-type") == "graphical" and el.find(".//fig//graphic") is None and el.find(".//graphic") is None:
        yield Hit("the graphical abstract has no figure with a graphic")
    loose = next((each for each in el.iter("graphic") if not within(each, "fig", "fig-group")), None)
    if loose is not None:
        yield Hit("a graphic stands in the abstract outside of a figure", loose)


@rule("J4R332", on=("abstract", "trans-abstract"), services=("jats4r",))
def filmed_abstract_has_its_film(el: Element) -> Iterator[Hit]:
    """An abstract of type video or audio holds a figure with that medium, and no other abstract does.

    Why: players look for the medium by the type of the abstract.
    Wrong: <article-meta>… <!-- new --><abstract abstract-type="video"><p>See the film.</p></abstract></article-meta>
    Right: <article-meta>… <!-- new --><abstract abstract-type="video"><p><fig id="v1"><caption>
        <title>Mud in motion</title></caption>
        <media mimetype="video" mime-subtype="mp4" xlink:href="jts-15-v1.mp4"/></fig></p></abstract></article-meta>
    Source: JATS4R Schematron 1.0, abstract-errors
    """
    kind = el.get("abstract-type", "")
    media = list(el.iter("media"))
    if kind in ("video", "audio"):
        if not any(each.get("mimetype") == kind and within(each, "fig") for each in media):
            yield Hit(f"the abstract of type {kind} has no figure with <media> of that mimetype")
    elif media:
        yield Hit(f"the abstract holds <media>, but its type is {quoted(kind) if kind else 'not given'}", media[0])


@rule("J4R333", on="abstract", services=("jats4r",), severity=Severity.WARNING)
def figure_means_graphical(el: Element) -> Iterator[Hit]:
    """An abstract with a figure is of type graphical.

    Why: who looks for graphical abstracts finds it by the type.
    Wrong: <abstract><p>Tides move mud.<fig id="vs1"><caption><title>Mud and moon</title></caption>
        <graphic xlink:href="jts-15-va.jpg">
        <alt-text>Mud follows the moon.</alt-text></graphic></fig></p></abstract>
    Right: <article-meta>… <!-- new --><abstract abstract-type="graphical"><p><fig id="vs1"><caption>
        <title>Mud and moon</title></caption>
        <graphic xlink:href="jts-15-va.jpg"><alt-text>Mud follows the moon.</alt-text></graphic></fig></p></abstract>
        </article-meta>
    Source: JATS4R Schematron 1.0, abstract-warnings-1
    """
    found = el.find(".//fig") if el.get("abstract-type") not in ("graphical", "video", "audio") else None
    if found is not None:
        yield Hit("the abstract holds a figure: set its type to graphical", found)


@rule("SPS332", on="abstract", services=("scielo",))
def highlights_are_paragraphs(el: Element) -> Iterator[str]:
    """Highlights are two to five paragraphs, not a list.

    Why: SciELO shows each as a line of its own.
    Wrong: <article-meta>… <!-- new --><abstract abstract-type="key-points"><title>Highlights</title>
        <p>Tides move mud.</p></abstract>
        </article-meta>
    Right: <article-meta>… <!-- new --><abstract abstract-type="key-points"><title>Highlights</title>
        <p>Tides move mud.</p>
        <p>The delay is three days.</p></abstract></article-meta>
    Source: SciELO Publishing Schema 1.10, highlight_rules
    """
    if el.get("abstract-type") != "key-points":
        return
    if el.find(".//list") is not None:
        yield "the highlights are a list: write a paragraph for each"
    elif not 2 <= (count := len(el.findall("p"))) <= 5:
        yield f"there are {count} highlights; write two to five paragraphs"
