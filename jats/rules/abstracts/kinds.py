"""Other kinds of abstracts: graphical ones, highlights, films."""

from __future__ import annotations

from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import quoted
from jats.rules.engine.reading import Element, parent_name, tagged
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, closed_list

_TYPED = ("abstract/@abstract-type", "trans-abstract/@abstract-type")
_ABSTRACTS = ("abstract", "trans-abstract")
_FILMED = ("video", "audio")

closed_list(
    Row(
        "J4R330",
        on=_TYPED,
        services=("jats4r",),
        severity=Severity.WARNING,
        page="""The type of an abstract must be one that JATS4R recommends.

        Why: programs find graphical abstracts and plain-language summaries by these words.
        Wrong: <article-meta>… <!-- new --><abstract abstract-type="toc"><p>Tides move mud.</p></abstract>
            </article-meta>
        Right: <article-meta>… <!-- new --><abstract abstract-type="teaser"><p>Tides move mud.</p></abstract>
            </article-meta>
        YAML: abstract: [{text: Tides move the sediments of harbours.}, {type: teaser, text: Tides move mud.}]
        Source: JATS4R Schematron 1.0, abstract-warnings-1
        """,
    ),
    (
        "teaser extract editor-summary executive-summary interpretive-summary summary plain-language-summary graphical simple "
        "structured video audio"
    ).split(),
)

closed_list(
    Row(
        "SPS330",
        on=("abstract/@abstract-type", "trans-abstract/@abstract-type"),
        services=("scielo",),
        page="""The type of an abstract must be key-points, graphical or summary.

        Why: SciELO shows each of these kinds in its own place.
        Wrong: <article-meta>… <!-- new --><abstract abstract-type="teaser"><title>Teaser</title><p>Tides move mud.</p>
            </abstract>
            </article-meta>
        Right: <article-meta>… <!-- new --><abstract abstract-type="summary"><title>Summary</title>
            <p>Tides move mud.</p></abstract>
            </article-meta>
        YAML: abstract: [They come and go., {type: key-points, title: Highlights, text: The tides come twice a day.}]
        Source: SciELO Publishing Schema 1.10, abstract_type_list
        """,
    ),
    ("key-points", "graphical", "summary"),
)


def _is_in_figure(el: Element) -> bool:
    """Whether an image or medium is a child of a figure, or of the alternatives of one."""
    around = el.getparent()
    return parent_name(el) == "fig" or (
        around is not None and around.tag == "alternatives" and parent_name(around) == "fig"
    )


@rule("J4R331", on=_ABSTRACTS, services=("jats4r", "scielo"))
def graphical_abstract_has_a_figure(el: Element) -> Iterator[Hit]:
    """A graphical abstract must hold a figure, and an image in an abstract must be in a figure.

    Why: programs look for the image in a figure, which also holds its caption and description.
    Wrong: <article-meta>… <!-- new --><abstract abstract-type="graphical"><title>Visual abstract</title>
        <p>Tides move mud.</p></abstract>
        </article-meta>
    Right: <article-meta>… <!-- new --><abstract abstract-type="graphical"><title>Visual abstract</title>
        <p>Mud follows the moon (<xref ref-type="fig" rid="vs1">image</xref>).<fig id="vs1"><caption>
        <title>Mud and moon</title></caption><graphic id="g9" xlink:href="jts-15-va.jpg">
        <alt-text>Mud follows the moon.</alt-text></graphic></fig></p></abstract></article-meta>
    Source: JATS4R Schematron 1.0, abstract-errors; SciELO Publishing Schema 1.10, graphical_abstract_rules
    """
    loose = next((each for each in el.iter("graphic") if not _is_in_figure(each)), None)
    if loose is not None:
        message = f"<graphic> is in <{parent_name(loose)}>: put it into a <fig>"
        # SciELO's checker finds the image of a graphical abstract anywhere in it; its guide puts it in a figure.
        services = None if el.get("abstract-type") == "graphical" else ("jats4r",)
        yield Hit(message, loose, services=services, severities={"scielo": Severity.WARNING})
    elif el.get("abstract-type") == "graphical" and el.find(".//graphic") is None:
        yield Hit("the graphical abstract has no image: add a <fig> with a <graphic>")


@rule("J4R332", on=_ABSTRACTS, services=("jats4r",))
def filmed_abstract_has_its_film(el: Element) -> Iterator[Hit]:
    """An abstract of type video or audio must hold a figure with that medium, and no other abstract may hold media.

    Why: players look for the medium by the type of the abstract.
    Wrong: <article-meta>… <!-- new --><abstract abstract-type="video"><p>See the film.</p></abstract></article-meta>
    Right: <article-meta>… <!-- new --><abstract abstract-type="video"><p><fig id="v1"><caption>
        <title>Mud in motion</title></caption><alternatives>
        <media mimetype="video" mime-subtype="mp4" xlink:href="jts-15-v1.mp4"/>
        <graphic xlink:href="jts-15-v1.jpg"><alt-text>The first picture of the film.</alt-text></graphic>
        </alternatives></fig></p></abstract></article-meta>
    Source: JATS4R Schematron 1.0, abstract-errors
    """
    kind = el.get("abstract-type", "")
    media = list(el.iter("media"))
    loose = next((each for each in media if not _is_in_figure(each)), None)
    if media and kind not in _FILMED:
        said = f"its type is {quoted(kind)}" if kind else "it has no abstract-type"
        wanted = "move it to an abstract of its own, with" if _has_words(el) else "write"
        message = f'the abstract holds <media>, but {said}: {wanted} abstract-type="{_type_of(media[0])}"'
        yield Hit(message, media[0])
    elif loose is not None:
        yield Hit(f"<media> is in <{parent_name(loose)}>: put it into a <fig>", loose)
    elif kind in _FILMED and not any(each.get("mimetype") == kind for each in media):
        yield Hit(f'the abstract of type {quoted(kind)} has no <fig> with <media mimetype="{kind}">: add one')


def _type_of(medium: Element) -> str:
    given = medium.get("mimetype", "")
    return given if given in _FILMED else "video"


@rule("J4R333", on=_ABSTRACTS, services=("jats4r",), severity=Severity.WARNING)
def figure_means_graphical(el: Element) -> Iterator[Hit]:
    """An image must be in an abstract of type graphical, not in the plain one.

    Why: programs that look for graphical abstracts find them by this type.
    Wrong: <abstract><p>Tides move mud.<fig id="vs1"><caption><title>Mud and moon</title></caption>
        <graphic xlink:href="jts-15-va.jpg">
        <alt-text>Mud follows the moon.</alt-text></graphic></fig></p></abstract>
    Right: <article-meta>… <!-- new --><abstract abstract-type="graphical"><p><fig id="vs1"><caption>
        <title>Mud and moon</title></caption>
        <graphic xlink:href="jts-15-va.jpg"><alt-text>Mud follows the moon.</alt-text></graphic></fig></p></abstract>
        </article-meta>
    Source: JATS4R Schematron 1.0, abstract-warnings-1
    """
    # A film has a still image beside it: COM710.
    if el.get("abstract-type") in ("graphical", *_FILMED):
        return
    found = next((each for each in el.iter("fig") if each.find(".//graphic") is not None), None)
    if found is not None:
        wanted = "move it to an abstract of its own, with" if _has_words(el) else "write"
        yield Hit(f'the {tagged(el)} holds a figure: {wanted} abstract-type="graphical"', found)


def _has_words(abstract: Element) -> bool:
    """Whether an abstract says something beside its title and its figures."""
    texts = abstract.xpath("descendant::text()[not(ancestor::fig or ancestor::title or ancestor::label)]")
    return any(str(text).strip() for text in texts)


@rule("SPS332", on="abstract", services=("scielo",))
def highlights_are_paragraphs(el: Element) -> Iterator[Hit]:
    """Highlights must be two to five paragraphs, not a list.

    Why: SciELO shows each highlight on a line of its own.
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
    count = len(el.findall(".//p"))
    if el.find(".//list") is not None:
        yield Hit("the highlights are a <list>: write one <p> for each highlight")
    elif count < 2:
        yield Hit(f"the highlights have {count or 'no'} <p>: write one <p> for each highlight, two to five in all")
    elif count > 5:
        yield Hit(f"there are {count} highlights: keep two to five", severity=Severity.WARNING)
