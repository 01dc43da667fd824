"""Languages: tags and what is wrong with them, codes for receivers, names, words that name a language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jats.vocab.languages import (
    language_doubt,
    language_fault,
    name_of,
    script_fault,
    script_of_language,
    tidy_language,
    to_639_1,
    words_to_language,
)
from jats.vocab.scripts import script_name
from jats.vocab.tables import rows


@pytest.mark.parametrize(
    "tag",
    # RFC 5646 appendix A and what journals use
    [
        "en",
        "uk",
        "EN",
        "pt-BR",
        "zh-Hant",
        "zh-Hans-CN",
        "sr-Latn",
        "sr-Latn-RS",
        "de-CH-1901",
        "sl-rozaj-biske",
        "es-419",
        "zh-cmn-Hans-CN",
        "zh-yue",
        "fil",
        "yue",
        "de-DE-u-co-phonebk",
        "en-US-x-twain",
        "x-whatever",
        "i-klingon",
        "en-GB-oed",
        "mul",
        "und",
        "zxx",
        "qaa",
        "abq",
        "sh",
        "hy-Latn-IT-arevela",
    ],
)
def test_a_right_tag_has_no_fault(tag: str) -> None:
    assert language_fault(tag) is None


@pytest.mark.parametrize(
    ("tag", "fault"),
    [
        ("", "is empty"),
        (" uk", "uk has blanks around it, write uk"),
        ("en_US", "en_US has an underscore, write en-US"),
        ("ua", "ua is a country; the Ukrainian language is uk"),
        ("ua-UA", "ua is a country; the Ukrainian language is uk"),
        ("jp", "jp is a country; the Japanese language is ja"),
        ("cn", "cn is a country; the Chinese language is zh"),
        ("gr", "gr is a country; the Greek language is el"),
        ("cz", "cz is a country; the Czech language is cs"),
        ("dk", "dk is a country; the Danish language is da"),
        ("eng", "eng has a code of two letters, write en"),
        ("ger-AT", "ger has a code of two letters, write de"),
        ("iw", "iw is withdrawn, write he"),
        ("English", "English is a name, write en"),
        ("українська", "українська is a name, write uk"),
        ("xx", "xx is not a language of ISO 639"),
        ("urk", None),
        ("xqz", "xqz is not a language of ISO 639"),
        ("klingonish", "klingonish is not a language tag: write one such as en, uk or pt-BR"),
        ("e", "e is not a language tag: write one such as en, uk or pt-BR"),
        ("en-UK", "UK is not a region, write GB"),
        ("uk-UKR", "UKR is not a region, write UA"),
        ("en-Foo", "Foo is not a region"),
        ("en-QQ", "QQ is not a region"),
        ("uk-Cyrr", "Cyrr is not a script of ISO 15924"),
        ("en-US-Latn", "Latn is in the wrong place: a tag is language-Script-REGION"),
        ("en-US-GB", "GB is in the wrong place: a tag is language-Script-REGION"),
        ("en-britain", "britain is not a registered variant of a language"),
        ("en-", "has an empty part between hyphens"),
        ("en-u", "has nothing after -u"),
        ("x", "x alone is not a language tag"),
        ("en-a!", "a! is not a part of a language tag"),
    ],
)
def test_a_wrong_tag_is_told_what_to_write(tag: str, fault: str | None) -> None:
    assert language_fault(tag) == fault


@given(st.text(alphabet="abcdeEnukUA-_10x ") | st.text())
def test_any_text_gets_an_answer_and_tidying_twice_is_tidying_once(tag: str) -> None:
    language_fault(tag)
    assert tidy_language(tidy_language(tag)) == tidy_language(tag)


@pytest.mark.parametrize(
    ("tag", "doubt"),
    [
        ("se", "se is Northern Sami; the Swedish language is sv"),
        ("ee", "ee is Ewe; the Estonian language is et"),
        ("uk", None),
        ("ua", None),
    ],
)
def test_a_right_tag_that_is_seldom_meant_is_doubted(tag: str, doubt: str | None) -> None:
    assert language_doubt(tag) == doubt


@pytest.mark.parametrize(
    ("tag", "tidied"),
    [
        ("en_us", "en-US"),
        (" UK ", "uk"),
        ("sr-latn-rs", "sr-Latn-RS"),
        ("ZH-HANT", "zh-Hant"),
        ("en-x-AbCd", "en-x-abcd"),
    ],
)
def test_a_tag_is_brought_to_its_usual_case(tag: str, tidied: str) -> None:
    assert tidy_language(tag) == tidied


@pytest.mark.parametrize(
    ("tag", "two"),
    [
        ("uk", "uk"),
        ("ukr", "uk"),
        ("uk-UA", "uk"),
        ("de", "de"),
        ("deu", "de"),
        ("ger", "de"),
        ("fr-CA", "fr"),
        ("zh-Hans", "zh"),
        ("el", "el"),
        ("fil", None),
        ("ua", None),
        ("", None),
    ],
)
def test_codes_of_three_letters_lead_to_those_of_two(tag: str, two: str | None) -> None:
    assert to_639_1(tag) == two


def test_the_twenty_languages_with_two_codes_of_three_letters_are_those_of_iso_639_2() -> None:
    # Library of Congress, ISO 639-2 code list: the codes marked (B)
    assert {row[2] for row in rows("languages") if row[1] != row[2]} == {
        "alb",
        "arm",
        "baq",
        "bur",
        "chi",
        "cze",
        "dut",
        "fre",
        "geo",
        "ger",
        "gre",
        "ice",
        "mac",
        "mao",
        "may",
        "per",
        "rum",
        "slo",
        "tib",
        "wel",
    }
    assert sum(1 for row in rows("languages") if row[0]) == 183


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("uk", "Ukrainian"),
        ("pt-BR", "Portuguese (Brazil)"),
        ("sr-Latn-RS", "Serbian (Latin, Serbia)"),
        ("de-DE-u-co-phonebk", "German (Germany)"),
        ("en", "English"),
        ("ua", None),
    ],
)
def test_a_language_has_an_english_name(tag: str, name: str | None) -> None:
    assert name_of(tag) == name


@pytest.mark.parametrize(
    ("tag", "scripts"),
    [
        ("uk", ("Cyrillic",)),
        ("uk-Latn", ("Latin",)),
        ("sr", ("Cyrillic", "Latin")),
        ("ja", ("Han", "Kana")),
        ("ja-Jpan", ("Han", "Kana")),
        ("ko", ("Hangul", "Han")),
        ("zh-Hant", ("Han",)),
        ("ar", ("Arabic",)),
        ("zxx", ()),
        ("ua", ()),
    ],
)
def test_a_language_is_written_in_its_scripts(tag: str, scripts: tuple[str, ...]) -> None:
    assert script_of_language(tag) == scripts


@pytest.mark.parametrize(
    ("text", "tag", "fault"),
    [
        ("Науковий журнал", "uk", None),
        ("Науковий журнал", "en", "is in Cyrillic letters, but English (en) is written in Latin"),
        ("Scientific journal", "uk", "is in Latin letters, but Ukrainian (uk) is written in Cyrillic"),
        ("Naukovyi zhurnal", "uk-Latn", None),
        ("Научни часопис", "sr", None),
        ("日本語のテキスト", "ja", None),
        ("日本語のテキスト", "zh", "is in Kana letters, but Chinese (zh) is written in Han"),
        ("2023", "uk", None),
        ("anything", "zxx", None),
    ],
)
def test_a_text_in_letters_of_another_language_is_told(text: str, tag: str, fault: str | None) -> None:
    assert script_fault(text, tag) == fault


@pytest.mark.parametrize(
    ("words", "tag"),
    [
        ("in Ukrainian", "uk"),
        ("[in Ukrainian]", "uk"),
        ("(in Ukr.)", "uk"),
        ("in Ukr", "uk"),
        ("(Ukr)", "uk"),
        ("In Russian.", "ru"),
        ("in Rus.", "ru"),
        ("[In Persian]", "fa"),
        ("in Chinese with English abstract", "zh"),
        ("in Russian, English summary", "ru"),
        ("українською мовою", "uk"),
        ("на русском языке", "ru"),
        ("на англ. яз.", "en"),
        ("укр.", "uk"),
        ("en inglés", "en"),
        ("in Scottish Gaelic", "gd"),
        ("Ukrainian language", "uk"),
        ("in press", None),
        ("in", None),
        ("", None),
        ("Kyiv", None),
    ],
)
def test_words_name_a_language(words: str, tag: str | None) -> None:
    assert words_to_language(words) == tag


def test_every_language_of_two_letters_is_found_by_its_english_name() -> None:
    for two, *_, name, _own, _scripts in rows("languages"):
        if two:
            assert words_to_language(f"in {name}") == two


def test_tables_of_languages_name_only_known_codes() -> None:
    two_letters = {row[0] for row in rows("languages")}
    assert {row[0] for row in rows("language_words")} <= two_letters | {"*"}
    assert {row[2] for row in rows("language_mistakes")} <= two_letters
    for kind, code, _ in rows("language_mistakes"):
        assert (code in two_letters) == (kind == "seldom"), code
    unnamed = {code for row in rows("languages") if row[0] for code in row[5].split() if script_name(code) is None}
    assert unnamed == set()
