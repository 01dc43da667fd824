from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from jats.errors import SchemaError
from jats.schema.dtd import load, load_file
from jats.xmlio import parse
from tests.schema.specimen import ARTICLE, VARIANT


def test_a_compiled_dtd_judges() -> None:
    assert load(VARIANT).validate(parse(ARTICLE, "article.xml").tree)
    assert load(VARIANT) is load(VARIANT)
    with pytest.raises(SchemaError, match="did you mean"):
        load("publishing-9")


def test_files_that_are_no_schema_are_refused_with_the_reason(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match="there is no schema file"):
        load_file(tmp_path / "missing.dtd")
    for name, text, words in (
        ("a.dtd", "<!ELEMENT a", "can't be loaded as a schema"),
        ("a.xsd", "<a/>", "can't be loaded as a schema"),
        ("a.rng", "not xml", "can't be loaded as a schema"),
        ("a.txt", "", "must end in .dtd, .xsd or .rng"),
    ):
        file = tmp_path / name
        file.write_text(text)
        with pytest.raises(SchemaError, match=words):
            load_file(file)


def test_a_schema_may_include_files_beside_it(tmp_path: Path) -> None:
    (tmp_path / "part.ent").write_text("<!ELEMENT b EMPTY>")
    (tmp_path / "top.dtd").write_text('<!ENTITY % part SYSTEM "part.ent">%part;<!ELEMENT a (b)>')
    assert load_file(tmp_path / "top.dtd").validate(etree.fromstring("<a><b/></a>"))
