"""Licences: every name and address that leads to a Creative Commons licence, and those that don't."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jats.vocab.licences import STATEMENT_LANGUAGES, Licence, find_licence, licence_text, licences_in

BY_4 = Licence("by", "4.0")
KINDS = ["by", "by-sa", "by-nd", "by-nc", "by-nc-sa", "by-nc-nd"]


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        ("CC BY 4.0", BY_4),
        ("CC-BY 4.0", BY_4),
        ("cc-by-4.0", BY_4),
        ("CCBY 4.0", BY_4),
        ("CC BY 4", BY_4),
        ("CC\u2011BY\u00a04.0.", BY_4),
        ("CC BY v4.0", BY_4),
        ("CC BY 4.0 DEED", BY_4),
        ("CC BY 4.0 license", BY_4),
        ("Creative Commons CC BY 4.0", BY_4),
        ("Creative Commons BY 4.0", BY_4),
        ("Creative Commons Attribution 4.0", BY_4),
        ("Creative Commons Attribution 4.0 International License", BY_4),
        ("Creative Commons Attribution 4.0 International (CC BY 4.0)", BY_4),
        ("Attribution 4.0 International (CC BY 4.0)", BY_4),
        ("https://creativecommons.org/licenses/by/4.0/", BY_4),
        ("http://creativecommons.org/licenses/by/4.0", BY_4),
        ("https://www.creativecommons.org/licenses/by/4.0/deed.uk", BY_4),
        ("https://creativecommons.org/licenses/by/4.0/legalcode", BY_4),
        ("https://creativecommons.org/licences/by/4.0/legalcode.pt", BY_4),
        ("creativecommons.org/licenses/by/4.0/", BY_4),
        ("https://creativecommons.org/licenses/by/4.0/?ref=chooser-v1", BY_4),
        ("CC BY", Licence("by", None)),
        ("https://creativecommons.org/licenses/by-nc/", Licence("by-nc", None)),
        ("CC BY-NC-ND 4.0", Licence("by-nc-nd", "4.0")),
        ("CC BY NC ND 4.0", Licence("by-nc-nd", "4.0")),
        ("CC BY-ND-NC 2.5", Licence("by-nc-nd", "2.5")),
        ("Creative Commons Attribution-NonCommercial-NoDerivs 3.0 Unported", Licence("by-nc-nd", "3.0")),
        ("Creative Commons Attribution Non-Commercial Share Alike 4.0", Licence("by-nc-sa", "4.0")),
        ("https://creativecommons.org/licenses/by-nd-nc/1.0/", Licence("by-nc-nd", "1.0")),
        ("CC BY 3.0 IGO", Licence("by", "3.0", "igo")),
        ("CC BY-NC 3.0 DE", Licence("by-nc", "3.0", "de")),
        ("CC BY-NC 3.0 Germany", Licence("by-nc", "3.0", "de")),
        ("CC BY-NC-SA 2.0 UK", Licence("by-nc-sa", "2.0", "uk")),
        ("http://creativecommons.org/licenses/by/3.0/igo/", Licence("by", "3.0", "igo")),
        ("https://creativecommons.org/licenses/by/3.0/us/deed.en", Licence("by", "3.0", "us")),
        ("CC0", Licence("zero", "1.0")),
        ("CC0 1.0", Licence("zero", "1.0")),
        ("CC-0", Licence("zero", "1.0")),
        ("CC0 1.0 Universal", Licence("zero", "1.0")),
        ("Creative Commons Zero 1.0", Licence("zero", "1.0")),
        ("https://creativecommons.org/publicdomain/zero/1.0/", Licence("zero", "1.0")),
        ("Public Domain Mark 1.0", Licence("mark", "1.0")),
        ("https://creativecommons.org/publicdomain/mark/1.0/", Licence("mark", "1.0")),
    ],
)
def test_names_and_addresses_lead_to_their_licence(text: str, licence: Licence) -> None:
    assert find_licence(text) == licence


@pytest.mark.parametrize(
    "text",
    [
        "",
        "MIT",
        "All rights reserved",
        "GPL 3.0",
        "CC",
        "CC by mail",
        "CC NC 4.0",
        "CC BY 4.0 or MIT",
        "Attribution (CC BY-NC 4.0)",
        "This article is published under CC BY 4.0 by the authors",
        "See https://creativecommons.org/licenses/by/4.0/ for the terms",
        "https://creativecommons.org/",
        "https://creativecommons.org/licenses/foo/4.0/",
        "https://example.org/licenses/by/4.0/",
    ],
)
def test_other_texts_are_no_licence_of_creative_commons(text: str) -> None:
    assert find_licence(text) is None


@pytest.mark.parametrize(
    ("licence", "name", "url", "spdx", "title"),
    [
        (BY_4, "CC BY 4.0", "licenses/by/4.0/", "CC-BY-4.0", "Creative Commons Attribution 4.0 International"),
        (
            Licence("by-nc-nd", "1.0"),
            "CC BY-NC-ND 1.0",
            "licenses/by-nd-nc/1.0/",
            "CC-BY-NC-ND-1.0",
            "Creative Commons Attribution-NoDerivs-NonCommercial 1.0 Generic",
        ),
        (
            Licence("by-nc", "3.0", "de"),
            "CC BY-NC 3.0 DE",
            "licenses/by-nc/3.0/de/",
            "CC-BY-NC-3.0-DE",
            "Creative Commons Attribution-NonCommercial 3.0 Germany",
        ),
        (
            Licence("by", "3.0", "fr"),
            "CC BY 3.0 FR",
            "licenses/by/3.0/fr/",
            None,
            "Creative Commons Attribution 3.0 France",
        ),
        (Licence("zero", "1.0"), "CC0 1.0", "publicdomain/zero/1.0/", "CC0-1.0", "CC0 1.0 Universal"),
        (
            Licence("mark", "1.0"),
            "Public Domain Mark 1.0",
            "publicdomain/mark/1.0/",
            "CC-PDM-1.0",
            "Public Domain Mark 1.0",
        ),
        (Licence("by", None), "CC BY", None, None, "Creative Commons Attribution"),
    ],
)
def test_a_licence_has_its_names(licence: Licence, name: str, url: str | None, spdx: str | None, title: str) -> None:
    assert (licence.name, licence.spdx, licence.full_title) == (name, spdx, title)
    assert licence.url == (url and "https://creativecommons.org/" + url)


@given(
    st.sampled_from(KINDS),
    st.sampled_from(["1.0", "2.0", "2.5", "3.0", "4.0", None]),
    st.sampled_from([None, "igo", "de"]),
)
def test_every_licence_is_found_again_by_each_of_its_names(kind: str, version: str | None, port: str | None) -> None:
    licence = Licence(kind, version, port if version else None)
    for name in filter(None, (licence.name, licence.url, licence.full_title, licence.spdx)):
        assert find_licence(name) == licence


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("CC BY 4.0", None),
        ("CC BY", "CC BY has no version: write CC BY 4.0, if that is the licence"),
        ("CC BY 5.0", "there is no version 5.0 of the Creative Commons licences"),
        ("CC BY 2.1", "version 2.1 was only made for single countries"),
        ("CC BY-SA 2.1 JP", None),
        ("CC BY 4.0 DE", "version 4.0 is international and has no form for DE"),
        ("CC0 2.0", "there is no version 2.0 of CC0"),
        ("https://creativecommons.org/licenses/by/4.0/", None),
    ],
)
def test_what_is_wrong_with_a_licence_is_told(text: str, fault: str | None) -> None:
    found = find_licence(text)
    assert found is not None
    assert found.fault == fault


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Published under the CC BY-NC 4.0 licence.", ["CC BY-NC 4.0"]),
        ("This is open access (https://creativecommons.org/licenses/by/4.0/), free to read.", ["CC BY 4.0"]),
        ("under a Creative Commons Attribution 4.0 International License (CC BY 4.0)", ["CC BY 4.0"]),
        ("Creative Commons Attribution License (http://creativecommons.org/licenses/by/2.0)", ["CC BY", "CC BY 2.0"]),
        ("CC0 1.0 for data, CC BY-SA 3.0 IGO for text", ["CC0 1.0", "CC BY-SA 3.0 IGO"]),
        ("cc-licensed, CC-by-nc-4.0", ["CC BY-NC 4.0"]),
        ("the Creative Commons Attribution License, version 4.0", ["CC BY 4.0"]),
        ("the Creative Commons Attribution-NonCommercial-NoDerivatives License 4.0", ["CC BY-NC-ND 4.0"]),
        ("All rights reserved. CC by post.", []),
    ],
)
def test_licences_in_running_text_are_found(text: str, names: list[str]) -> None:
    assert [licence.name for licence in licences_in(text)] == names


@pytest.mark.parametrize("language", [*STATEMENT_LANGUAGES, "pt-BR", "xx"])
@pytest.mark.parametrize("licence", [BY_4, Licence("zero", "1.0"), Licence("mark", "1.0")])
def test_a_statement_names_its_licence_and_no_other(licence: Licence, language: str) -> None:
    statement = licence_text(licence, language)
    assert f"({licence.url})" in statement
    assert set(licences_in(statement)) == {licence}


def test_statements_are_in_the_language_asked_for_else_in_english() -> None:
    assert licence_text(BY_4, "uk").startswith("Цю статтю")
    assert licence_text(BY_4, "xx") == licence_text(BY_4, "en")
    assert "http" not in licence_text(Licence("by", None))
