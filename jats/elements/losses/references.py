"""What variants can't hold of cited works and their lists: rows of the table of losses."""

from __future__ import annotations

from collections.abc import Iterator

from jats.elements.build import TO_CUSTOM_META
from jats.elements.inline import PLAIN
from jats.elements.losses.rows import BESIDE, LossRow


def reference_rows() -> Iterator[LossRow]:
    """What versions lack for cited works and their lists; works under one number, other ways to say a work, and references of
    inner lists are as references."""
    field, citation = "references[]", "element-citation"
    yield LossRow(f"{field}.id", "@id", "ref", "as", when="it is not an XML name, or is taken")
    yield LossRow(f"{field}.id", "@id", "ref-list", "as", when="it is not an XML name, or is taken")
    yield LossRow(f"{field}.label", "label", "ref")
    yield LossRow(f"{field}.label", "label", "ref-list")
    yield LossRow(f"{field}.label", "label", citation, "as comment")
    yield LossRow(f"{field}.label", "label", "mixed-citation", PLAIN)
    yield LossRow(f"{field}.title", "data-title", citation, "as article-title")
    yield LossRow(f"{field}.version", "version", citation, "as edition")
    yield LossRow(f"{field}.date.text", "string-date", citation, "as comment")
    yield LossRow(f"{field}.date.era", "era", citation, "as comment", when="in all versions")
    yield LossRow(f"{field}.conference.acronym", "conf-acronym", citation, "as comment")
    yield LossRow(f"{field}.use", "@use-type", citation, TO_CUSTOM_META)
    yield LossRow(f"{field}.remark", "note", "ref")
    yield LossRow(f"{field}.ids.*", "object-id", "ref-list", TO_CUSTOM_META)
    yield LossRow(field, "ref-list", "ref-list", "after it")
    for step, tag in (("ids", "pub-id"), ("volume_ids", "volume-id"), ("issue_ids", "issue-id")):
        yield LossRow(f"{field}.{step}.*", "@assigning-authority", tag, TO_CUSTOM_META)
        yield LossRow(f"{field}.{step}.*", "@xlink:href", tag, TO_CUSTOM_META)
    for tag in ("isbn", "issn", "issn-l"):
        yield LossRow(f"{field}.{'issn' if tag == 'issn-l' else tag}.*", "@assigning-authority", tag, TO_CUSTOM_META)
    for step in ("ids", "part_ids"):
        yield LossRow(f"{field}.{step}.*", "@assigning-authority", "object-id", TO_CUSTOM_META)
    for step, tag in (
        ("institution", citation),
        ("publisher", "publisher-name"),
        ("conference.sponsors", "conf-sponsor"),
    ):
        yield LossRow(f"{field}.{step}[].*", "institution-wrap", tag, TO_CUSTOM_META)
        yield LossRow(f"{field}.{step}[].ids.*", "@assigning-authority", "institution-id", TO_CUSTOM_META)
    for parent in ("product", "related-article", "related-object"):
        outside = f"it is said of a {parent.replace('-', ' ')}"
        for name in ("format", "publisher_type", "use", "link"):
            yield LossRow(f"{field}.{name}", f"@{name}", parent, TO_CUSTOM_META, when=outside)
        yield LossRow(f"{field}.annotation*", "annotation", parent, TO_CUSTOM_META, when=outside)
    yield LossRow(f"{field}*", "ref-list", "back", when="Authoring, and there are no references in it")
    yield LossRow(field, "ref", "ref-list", when="nothing of it can be written")
    yield LossRow(f"{field}*", "*", "mixed-citation", BESIDE, when="the text doesn't have it")
