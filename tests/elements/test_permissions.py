from __future__ import annotations

from typing import Any

import pytest

from jats.elements.build import Cursor
from jats.elements.permissions import write_permissions
from jats.model.article import Article
from tests.elements.writing import lost, start, xml

BY = "https://creativecommons.org/licenses/by/4.0/"


def permissions(data: dict[str, Any], at: Cursor) -> str:
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
    assert at.context.aside == [(("license", 0, "start"), "2023")]


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


def test_several_years_and_holders_of_the_copyright() -> None:
    made = permissions({"copyright": {"year": [2023, 2024], "holder": [{"en": "We", "uk": "Ми"}, "They"]}}, start())
    assert made == (
        "<copyright-year>2023</copyright-year><copyright-year>2024</copyright-year>"
        '<copyright-holder>We</copyright-holder><copyright-holder xml:lang="uk">Ми</copyright-holder>'
        "<copyright-holder>They</copyright-holder>"
    )


@pytest.mark.parametrize(
    ("data", "attributes"),
    [
        ({"free_to_read": "yes"}, ""),
        ({"free_to_read": "2024-09-05"}, ' start_date="2024-09-05"'),
        ({"free_to_read": {"start": "2024-09-05", "end": 2025}}, ' start_date="2024-09-05" end_date="2025"'),
        ({"embargo": "2024-09-05"}, ' start_date="2024-09-05"'),
        ({"embargo": "2024-09-05", "free_to_read": {"end": 2025}}, ' start_date="2024-09-05" end_date="2025"'),
    ],
)
def test_free_to_read_at_all_times_or_from_a_day_on(data: dict[str, Any], attributes: str) -> None:
    assert permissions(data, start()) == f"<ali:free_to_read{attributes}/>"


def test_jats_1_0_sets_aside_who_may_read_for_free() -> None:
    at = start("publishing-1.0-mathml2")
    assert permissions({"embargo": "2024-09-05", "free_to_read": {"end": 2025}}, at) == ""
    assert at.context.aside == [(("embargo",), "2024-09-05"), (("free_to_read", "end"), "2025")]


def test_licence_of_one_version_of_the_article() -> None:
    data = {"license": {"url": "https://example.org/l", "applies_to": "vor", "type": "text-mining"}}
    assert permissions(data, start("publishing-1.4-mathml3")).startswith(
        '<license license-type="text-mining" xlink:href="https://example.org/l">'
        '<ali:license_ref applies_to="vor">https://example.org/l</ali:license_ref>'
    )
    at = start()
    permissions(data, at)
    assert at.context.aside == [(("license", 0, "applies_to"), "vor")]
