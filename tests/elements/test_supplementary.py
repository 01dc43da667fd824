from __future__ import annotations

from typing import Any

import pytest

from jats.elements.supplementary import write_supplementary
from jats.model.article import Article
from jats.vocab.media_types import media_type_of
from tests.elements.writing import VARIANTS, lost, refused, start, xml


def material(given: Any) -> str:
    return xml(write_supplementary(Article(supplementary_material=given), start()))


def test_name_of_a_file_says_its_media_type() -> None:
    assert material(["a.csv", "b"]) == (
        '<supplementary-material id="suppl1" mimetype="text" mime-subtype="csv" xlink:href="a.csv"/>'
        '<supplementary-material id="suppl2" xlink:href="b"/>'
    )


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.PDF", "application/pdf"),
        ("https://a.example/x.y/b.zip", "application/zip"),
        ("x.pdf/b", None),
        (".pdf", None),
    ],
)
def test_media_type(name: str, kind: str | None) -> None:
    assert media_type_of(name) == kind


def test_label_caption_and_descriptions_stand_in_the_order_of_the_schema() -> None:
    given = {
        "file": "a.bin", "id": "s", "ids": {"doi": "10.5555/s"}, "type": "data", "label": "S1", "title": "T", "caption": "P",
        "alt_text": "A", "description": "D", "media_type": "text/csv", "language": "uk", "position": "float",
        "orientation": "portrait", "content": "C", "attribution": "X",
    }  # fmt: skip
    assert material(given) == (
        '<supplementary-material id="s" content-type="data" mimetype="text" mime-subtype="csv" xlink:href="a.bin" '
        'hreflang="uk" position="float" orientation="portrait"><object-id pub-id-type="doi">10.5555/s</object-id>'
        "<label>S1</label><caption><title>T</title><p>P</p></caption><alt-text>A</alt-text><long-desc>D</long-desc>"
        "<p>C</p><attrib>X</attrib></supplementary-material>"
    )


def test_label_is_lost_in_authoring() -> None:
    at = start("authoring-1.4-mathml3")
    write_supplementary(Article(supplementary_material={"file": "a", "label": "S1"}), at)
    assert lost(at) == [("label", "supplementary-material", None)]


def test_material_without_anything_is_refused() -> None:
    with pytest.raises(ValueError, match="is empty"):
        Article(supplementary_material={"type": "data"})


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_variant_accepts_supplementary_material(variant: str) -> None:
    given = {
        "file": "a.csv", "label": "1", "title": "a $x$", "caption": "<list><list-item><p>b</p></list-item></list>",
        "content": "<disp-quote><p>c</p></disp-quote>", "attribution": "<i>d</i>", "ids": {"doi": "10.5555/s"},
        "alt_text": "e", "description": "f",
    }  # fmt: skip
    made = write_supplementary(Article(supplementary_material=given), start(variant))
    assert [refused(one, variant) for one in made] == [[]]


def test_descriptions_in_several_languages() -> None:
    assert material({"file": "a", "alt_text": {"en": "A", "uk": "Б"}, "description": {"uk": "В"}}) == (
        '<supplementary-material id="suppl1" xlink:href="a"><alt-text>A</alt-text><alt-text xml:lang="uk">Б</alt-text>'
        '<long-desc xml:lang="uk">В</long-desc></supplementary-material>'
    )


def test_copyright_and_licence_of_its_own() -> None:
    assert material({"file": "a", "copyright": "© 2024 J. Roe", "license": {"text": "Free to copy."}}) == (
        '<supplementary-material id="suppl1" xlink:href="a"><permissions>'
        "<copyright-statement>© 2024 J. Roe</copyright-statement>"
        "<license><license-p>Free to copy.</license-p></license></permissions></supplementary-material>"
    )
