from __future__ import annotations

from typing import Any

import pytest

from jats.elements.build import At
from jats.elements.permissions import write_permissions
from jats.model.article import Article

from .writing import lost, start, xml

BY = "https://creativecommons.org/licenses/by/4.0/"


def permissions(data: dict[str, Any], at: At) -> str:
    made = xml(write_permissions(Article.model_validate(data), at))
    return made.removeprefix("<permissions>").removesuffix("</permissions>")


def test_copyright_in_its_parts_and_languages() -> None:
    given = {"statement": "© 2023 The Authors", "year": 2023, "holder": {"uk": "Автори", "en": "The Authors"}}
    assert permissions({"copyright": given}, start(language="uk")) == (
        "<copyright-statement>© 2023 The Authors</copyright-statement><copyright-year>2023</copyright-year>"
        '<copyright-holder>Автори</copyright-holder><copyright-holder xml:lang="en">The Authors</copyright-holder>'
    )


def test_creative_commons_licence_by_its_name() -> None:
    assert permissions({"license": "CC BY 4.0"}, start()) == (
        f'<license license-type="open-access" xlink:href="{BY}"><ali:license_ref>{BY}</ali:license_ref>'
        "<license-p>CC BY 4.0</license-p></license>"
    )


def test_jats_1_0_has_the_address_only_as_a_link() -> None:
    at = start("publishing-1.0-mathml2")
    assert permissions({"license": {"url": BY, "text": "Free.", "start": "2023"}}, at) == (
        f'<license license-type="open-access" xlink:href="{BY}"><license-p>Free.</license-p></license>'
    )
    assert at.writing.aside == [(("license", 0, "start"), "2023")]


@pytest.mark.parametrize(
    ("variant", "paragraph"), [("publishing-1.0-mathml2", True), ("publishing-1.1-mathml3", False)]
)
def test_address_alone_is_repeated_as_text_only_where_the_schema_wants_text(variant: str, paragraph: bool) -> None:
    made = permissions({"license": "https://example.org/licence"}, start(variant))
    assert ("<license-p>https://example.org/licence</license-p>" in made) is paragraph


def test_name_that_the_statement_does_not_say_is_the_title_of_the_link() -> None:
    given = {"name": "CC BY 4.0", "url": BY, "text": "Some rights reserved", "language": "en", "start": "2023-04-01"}
    assert permissions({"license": given}, start(language="uk")) == (
        f'<license license-type="open-access" xml:lang="en" xlink:href="{BY}" xlink:title="CC BY 4.0">'
        f'<ali:license_ref start_date="2023-04-01">{BY}</ali:license_ref>'
        "<license-p>Some rights reserved</license-p></license>"
    )


def test_other_licences_are_not_called_open_access() -> None:
    made = permissions({"license": "All rights reserved"}, start())
    assert made == "<license><license-p>All rights reserved</license-p></license>"


def test_licence_that_says_nothing_is_left_out() -> None:
    at = start()
    assert permissions({"license": {"language": "uk"}}, at) == ""
    assert lost(at) == [("license without text", "permissions", "as custom-meta")]
