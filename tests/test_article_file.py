"""Article files: every value stays text with its place; what can't be read is said in plain words."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given
from hypothesis import strategies as st

from jats.article_file import SUFFIXES, read_article_file
from jats.article_file.encoding import LARGEST
from jats.draft import place_of, plain
from jats.findings import Finding, Place
from jats.model.article import Article
from tests.drafts import read, shown
from tests.examples import examples
from tests.strategies import article_data

TRAPS = [
    "no",
    "010",
    "1e3",
    "2023-01",
    "12:30",
    "~",
    "null",
    "true",
    "1_000",
    "0x1F",
    ".5",
    "2023-03-30",
    "1.0",
    "=",
    "-",
]


def value(text: str | bytes, name: str = "article.yaml") -> Any:
    draft, findings = read(text, name)
    assert findings == []
    assert draft is not None
    return plain(draft)


def said(text: str | bytes, name: str = "article.yaml") -> list[str]:
    return [shown(finding) for finding in read(text, name)[1]]


@pytest.mark.parametrize("trap", TRAPS[:-2])
def test_yaml_values_stay_as_they_are_written(trap: str) -> None:
    assert value(f"title: {trap}\nkeywords: [{trap}, x]\n") == {"title": trap, "keywords": [trap, "x"]}


@pytest.mark.parametrize("trap", ["010", "1e3", "1.0", "-1.50", "1E+2", "true", "false"])
def test_json_numbers_and_words_stay_as_they_are_written(trap: str) -> None:
    written = trap if trap != "010" else f'"{trap}"'
    assert value(f'{{"volume": {written}}}', "a.json") == {"volume": trap}


def test_toml_values_become_texts() -> None:
    text = 'a = 13\nb = 1.50\nc = true\nd = 2023-03-30\ne = 12:30:00\nf = "no"\n[g]\nh = [1, "x"]\n'
    assert value(text, "a.toml") == {
        "a": "13", "b": "1.50", "c": "true", "d": "2023-03-30", "e": "12:30:00", "f": "no", "g": {"h": ["1", "x"]},
    }  # fmt: skip


def test_a_key_without_value_is_absent_and_an_empty_text_is_not() -> None:
    assert value('title:\nvolume: ""\nissue: # nothing\n') == {"volume": ""}
    assert value('{"title": null, "volume": ""}', "a.json") == {"volume": ""}


def test_long_texts_keep_their_paragraphs() -> None:
    text = "abstract: |\n  One.\n\n  Two: three.\ntitle: >\n  Tides\n  in the sea\n"
    assert value(text) == {"abstract": "One.\n\nTwo: three.\n", "title": "Tides in the sea\n"}


@pytest.mark.parametrize("suffix", [*SUFFIXES, ".YAML"])
def test_the_suffix_says_the_format(suffix: str) -> None:
    text = {".json": '{"title": "x"}', ".toml": 'title = "x"'}.get(suffix.lower(), "title: x")
    assert value(text, "article" + suffix) == {"title": "x"}


@pytest.mark.parametrize("text", ['{"title": "x"}', "title: x"])
def test_standard_input_is_json_or_yaml(text: str) -> None:
    assert value(text, "-") == {"title": "x"}


def test_places_are_those_of_values_and_keys() -> None:
    draft, _ = read("title: x\nauthors:\n  - name: Roe, Jane\n    orcid:   0000\nkeywords: [a, 'b']\n")
    assert draft is not None
    assert place_of(draft, ("title",)) == Place("article.yaml", 1, 8)
    assert place_of(draft, ("authors", 0, "orcid")) == Place("article.yaml", 4, 14)
    assert place_of(draft, ("keywords", 1)) == Place("article.yaml", 5, 15)
    assert draft.keys["authors"] == Place("article.yaml", 2, 1)


def test_places_in_json_count_lines_and_columns() -> None:
    draft, _ = read('{\n  "title": "x",\n  "authors": [{"name": "й",\n "orcid": 1}]\n}', "a.json")
    assert draft is not None
    assert place_of(draft, ("title",)) == Place("a.json", 2, 12)
    assert place_of(draft, ("authors", 0, "orcid")) == Place("a.json", 4, 11)
    assert draft.keys["authors"] == Place("a.json", 3, 3)


def test_places_in_toml_are_those_of_the_nearest_key() -> None:
    text = 'title = "x"\nnote = """\nurl = 1\n"""\n[journal]\nissn = "1"\n'
    text += '[[authors]]\nname = "a"\n[[authors]]\n  orcid = "b"\nids.x = 1\n'
    draft, _ = read(text, "a.toml")
    assert draft is not None
    assert place_of(draft, ("title",)) == Place("a.toml", 1, 1)
    assert place_of(draft, ("journal", "issn")) == Place("a.toml", 6, 1)
    assert place_of(draft, ("authors", 0, "name")) == Place("a.toml", 8, 1)
    assert place_of(draft, ("authors", 1, "orcid")) == Place("a.toml", 10, 3)
    assert place_of(draft, ("authors", 1, "ids", "x")) == Place("a.toml", 11, 1)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("name", "text"), [("a.yaml", "title: Каталог\nvolume: 3\n"), ("a.json", '{"title": "Каталог",\n"volume": 3}')]
)
def test_what_windows_editors_save_is_read(encoding: str, newline: str, name: str, text: str) -> None:
    draft, findings = read(text.replace("\n", newline).encode(encoding), name)
    assert findings == []
    assert draft is not None
    assert plain(draft) == {"title": "Каталог", "volume": "3"}
    assert place_of(draft, ("volume",)).line == 2


@pytest.mark.parametrize(
    ("encoding", "text", "words"),
    [
        ("cp1251", "title: Каталог рукописних книг", "windows-1251 (Cyrillic)"),
        ("koi8-u", "title: Каталог рукописних книг", "KOI8-U (Cyrillic)"),
        ("cp866", "title: Каталог рукописных книг", "CP866 (Cyrillic of DOS)"),
        ("cp1252", "title: Über die Größe der Wärme", "windows-1252 (Western European)"),
        ("cp1250", "title: Zażółć gęślą jaźń", "windows-1250 (Central European)"),
    ],
)
def test_another_encoding_is_refused_with_its_name(encoding: str, text: str, words: str) -> None:
    found = said(text.encode(encoding))
    assert len(found) == 1
    assert "INP001" in found[0]
    assert f"it looks like {words}; open it in your editor and save it again as UTF-8" in found[0]


def test_one_damaged_letter_is_not_another_encoding() -> None:
    found = said("title: Каталог рукописних книг\n".encode().replace("к".encode(), b"\xd0", 1))
    assert found == [
        "1:18 INP002: the byte D0 is not valid in UTF-8, though the rest of the file is: type this letter again"
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "INP004"),
        (b"\xef\xbb\xbf \r\n", "INP004"),
        (b"# only a comment\n", "INP004"),
        (b"PK\x03\x04xx", "INP005"),
        (b"%PDF-1.7", "INP005"),
        (b"<article/>", "INP005"),
        (b"a" * (LARGEST + 1), "INP006"),
    ],
)
def test_what_is_no_article_file_is_refused(data: bytes, code: str) -> None:
    draft, findings = read(data)
    assert draft is None
    assert [finding.code for finding in findings] == [code]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("title: " + "[" * 200_000, "a.yaml"),
        ("title: " + "{a: " * 200_000, "a.yaml"),
        ("".join(f"{' ' * depth}a:\n" for depth in range(1000)), "a.yaml"),
        ('{"title": ' + "[" * 200_000, "a.json"),
        ('{"title": ' * 200_000, "a.json"),
        ("title = " + "[" * 200_000, "a.toml"),
        ("a" + ".b" * 2_000 + " = 1", "a.toml"),
        ("[a" + ".b" * 2_000 + "]\nc = 1", "a.toml"),
    ],
)
def test_deep_nesting_is_refused_not_followed(text: str, name: str) -> None:
    draft, findings = read(text, name)
    assert draft is None
    assert len(findings) == 1
    assert findings[0].code in ("INP006", "INP011")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("keywords: {a, b, a}", "write [a, b, a]"),
        ("authors:\n  - {given: J, surname: 2 a, b c, b c}", 'surname: "2 a, b c, b c"'),
        ("title: {a: 1, b, b}", 'a: "1, b, b"'),
    ],
)
def test_a_word_that_stands_twice_in_braces_is_no_field(text: str, written: str) -> None:
    _, findings = read(text)
    (message,) = [finding.message for finding in findings]
    assert written in message


def test_aliases_do_not_multiply() -> None:
    text = "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
    draft, findings = read(text)
    assert {finding.code for finding in findings} == {"INP031"}
    assert draft is not None
    assert plain(draft) == {"a": ["x"], "b": [], "c": []}


def test_every_fault_of_reading_is_reported_at_once() -> None:
    text = "title: x\ntitle: y\nvolume: !!int 3\nkeywords: [a, &b c]\nissue: 1\nissue: 2\n"
    assert [line.split()[:2] for line in said(text)] == [
        ["2:1", "INP012"],
        ["3:9", "INP032"],
        ["4:15", "INP031"],
        ["6:1", "INP012"],
    ]


def test_a_key_alone_in_braces_is_not_lost() -> None:
    draft, findings = read("keywords: {tides, sea}\n")
    assert [finding.code for finding in findings] == ["INP037"]
    assert draft is not None
    assert plain(draft) == {"keywords": ["tides", "sea"]}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"title": "x",}', "1:14 INP010: there is a comma before the closing }: delete the comma"),
        ('{"title": "x" "volume": 3}', "1:15 INP010: there is no comma between this and the value before it"),
        (
            "{\"title\": 'x'}",
            "1:11 INP010 title: the value is in single quotation marks: JSON needs straight double ones",
        ),
        ('{"title": x}', "1:11 INP010 title: 'x' is not in quotation marks: write \"x\""),
        ('{"deceased": True}', "1:14 INP010 deceased: True is not JSON: write true"),
        ('{"title": "x\ny"}', "1:11 INP010 title: the text continues on the next line"),
        ('{"title": "x\ty"}', "1:13 INP010 title: contains the character U+0009"),
        ('{"title": "\\d"}', "1:12 INP010 title: a backslash begins an escape that JSON does not know"),
        ('{"title": "x}', "1:11 INP010 title: the quotation mark is opened here and not closed"),
        ('{"title": "x"', "1:14 INP010: the file ends before the closing }"),
        ('{"title" "x"}', '1:10 INP010: there is no colon after "title"'),
        ('{title: "x"}', "1:2 INP010: this key is not in straight double quotation marks"),
        ('{"title": "x"} {}', "1:16 INP010: text follows the closing bracket"),
        ('// x\n{"title": "x"}', "1:1 INP010: this is a comment: JSON has none, so delete it"),
        ('{"title": }', "1:11 INP010 title: '}' is not the beginning of a value"),
        ('["x"]', "1:1 INP007: the file is a list"),
    ],
)
def test_json_faults_are_reported_with_their_remedy(text: str, words: str) -> None:
    found = said(text, "a.json")
    assert len(found) == 1
    assert found[0].startswith(words)


def test_two_faults_in_one_text_of_json_are_both_reported() -> None:
    found = said('{"title": "x\ty\\q"}', "a.json")
    assert [each.split(" INP010")[0] for each in found] == ["1:13", "1:15"]


@pytest.mark.parametrize("name", ["a.yaml", "a.json", "a.toml", "-"])
@examples(150)
@given(
    st.one_of(
        st.binary(max_size=60), st.text("ab:-[]{}\"'#&*!|>%@`,? \n\t\\=.0é\ufeff\u2028", max_size=40).map(str.encode)
    )
)
@example(b"? a\n")
@example(b"- - -\n  -")
def test_whatever_the_bytes_are_nothing_is_raised_and_silence_means_a_draft(name: str, data: bytes) -> None:
    findings: list[Finding] = []
    draft = read_article_file(data, name, findings.append)
    assert (draft is not None) or findings
    lines = data.count(b"\n") + data.count(b"\r") + data.count(b"\0") + 1
    assert all(finding.message and (finding.place.line or 1) <= lines + 1 for finding in findings)


class Plain(yaml.SafeDumper):
    """Writes what stands twice in full, twice: references inside YAML are not read."""

    def ignore_aliases(self, data: object) -> bool:
        return True


@examples(25, *HealthCheck)
@given(article_data())
def test_yaml_and_json_say_the_same_as_the_data(data: dict[str, Any]) -> None:
    expected = Article.model_validate(data)
    for name, text in (
        ("a.json", json.dumps(data, ensure_ascii=False, indent=1)),
        ("a.json", json.dumps(data)),
        ("a.yaml", yaml.dump(data, Dumper=Plain, allow_unicode=True, sort_keys=False)),
    ):
        assert Article.model_validate(value(text, name)) == expected
