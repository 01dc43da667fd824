"""BibTeX and biblatex as references."""

from __future__ import annotations

import pytest

from tests.citations.records import messages_of, read_all, references_of

TEX = [
    (r"Aks{\i}n, {\"O}zge", "Aksın", "Özge"),
    (r"Erd{\H o}s, P{\'a}l", "Erdős", "Pál"),
    (r"\v{C}ern\'y, Ji\v{r}\'{\i}", "Černý", "Jiří"),
    (r"{\L}ukasiewicz, Jan", "Łukasiewicz", "Jan"),
    (r"Stra{\ss}e, J{\o}rgen", "Straße", "Jørgen"),
    (r"Jane van der Berg", "van der Berg", "Jane"),
    (r"{Roe}, {J.}", "Roe", "J."),
    (r"de la Vall{\'e}e, Anne", "de la Vallée", "Anne"),
]


@pytest.mark.parametrize(("name", "surname", "given"), TEX)
def test_names_are_read_as_tex_reads_them(name: str, surname: str, given: str) -> None:
    (work,) = references_of("@book{a, author = {NAME}, title = {T}, year = 2019}".replace("NAME", name))
    assert work["authors"] == [{"surname": surname, "given": given}]


def test_organisations_suffixes_and_others() -> None:
    (work,) = references_of("@misc{a, title={T}, author={{Tides and Salt Group} and Roe, Jr., John and others}}")
    assert work["authors"] == [
        {"collaboration": "Tides and Salt Group"},
        {"surname": "Roe", "given": "John", "suffix": "Jr."},
    ]
    assert work["etal"] == "yes"


def test_titles_keep_emphasis_and_formulas() -> None:
    (work,) = references_of(
        r"@article{a, title = {Growth of \emph{E. coli} in H\textsubscript{2}O at $x^2$, 5\% of {DNA} --- ``a test''},"
        r" subtitle = {A {\it brief} note}, journal = {J}, pages = {12--19}}"
    )
    assert work["title"] == (
        "Growth of <i>E. coli</i> in H<sub>2</sub>O at $x^2$, 5% of DNA — “a test”: A <i>brief</i> note"
    )
    assert work["pages"] == "12-19"


def test_strings_are_written_out_and_joined() -> None:
    (work,) = references_of(
        '@string{js = "Journal of"}\n@article{a, title={T}, journal = js # { Seas}, month = mar, year = 2019, day = 3}'
    )
    assert work["source"] == "Journal of Seas"
    assert work["date"] == "2019-03-03"


def test_a_string_that_is_missing_is_reported_once_with_its_line() -> None:
    text = "@article{a, title={T},\n journal = jos}\n@article{b, title={U},\n journal = jos}"
    assert messages_of(text).count("jos") == 1
    assert messages_of(text).startswith("2 the string 'jos' is not defined")


def test_parts_inherit_from_the_whole_and_from_shared_data() -> None:
    works = references_of(
        """
        @inproceedings{p, author={Roe, J.}, title={Ebb}, pages={1-9}, crossref={W}}
        @xdata{pub, publisher={Harbour Press}, location={Odesa}}
        @proceedings{w, title={Tides 2017}, subtitle={Papers}, editor={Doe, A.}, year=2017, doi={10.5555/w}, xdata={pub}}
        """
    )
    assert [work["type"] for work in works] == ["conference", "proceedings"]
    assert works[0]["source"] == "Tides 2017: Papers"
    assert works[0]["title"] == "Ebb"
    assert works[0]["editors"] == [{"surname": "Doe", "given": "A."}]
    assert works[0]["publisher"] == "Harbour Press"
    assert "doi" not in works[0]
    assert works[1]["doi"] == "10.5555/w"


def test_a_cross_reference_to_nothing_is_reported() -> None:
    assert "crossref names 'nothing'" in messages_of("@inbook{a, title={T}, crossref={nothing}}")


def test_a_circle_of_cross_references_ends() -> None:
    works = references_of("@inbook{a, title={T}, crossref={b}}\n@book{b, title={U}, crossref={a}, year=2001}")
    assert works[0]["date"] == "2001"


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ("date = {2004-05}", "2004-05"),
        ("date = {2004/2006}", "2004–2006"),
        ("date = {2004-22}", {"year": "2004", "season": "Summer"}),
        ("date = {1999~}", "1999"),
        ("year = {in press}", "in press"),
        ("year = 2004, month = {October}", "2004-10"),
    ],
)
def test_dates(fields: str, date: object) -> None:
    (work,) = references_of("@article{a, title={T}, FIELDS}".replace("FIELDS", fields))
    assert work["date"] == date


def test_a_part_takes_the_book_title_of_the_whole_and_else_its_title() -> None:
    part = "@inproceedings{p, author={Roe, J.}, title={Ebb}, crossref={w}}"
    (work, _) = references_of(
        part + " @proceedings{w, title={Proc. of Seas}, booktitle={Proceedings of Seas}, year=2019}"
    )
    assert work["source"] == "Proceedings of Seas"
    (work, _) = references_of(part + " @proceedings{w, title={Proc. of Seas}, year=2019}")
    assert work["source"] == "Proc. of Seas"


def test_numbers_are_issues_report_numbers_or_volumes_of_a_series() -> None:
    works = references_of(
        """@article{a, title={T}, number=3, series={2}} @techreport{b, title={R}, number={17/B}, institution={Seas Lab}}
        @incollection{c, title={C}, booktitle={B}, series={Lecture Notes}, number=42}"""
    )
    assert works[0]["issue"] == "3"
    assert works[0]["volume_series"] == "2"
    assert works[1]["number"] == "17/B"
    assert works[1]["institution"] == "Seas Lab"
    assert (works[2]["series"], works[2]["volume"]) == ("Lecture Notes", "42")


def test_identifiers_are_not_tex() -> None:
    (work,) = references_of(
        r"@online{a, title={T}, doi={10.5555/a\_b}, url={https://example.org/~roe/a_b%20c}, eprint={2101.01234},"
        r" eprinttype={arXiv}, note={PMID: 12345}}"
    )
    assert work["doi"] == "10.5555/a_b"
    assert work["url"] == "https://example.org/~roe/a_b%20c"
    assert work["ids"] == {"arxiv": "2101.01234"}
    assert work["pmid"] == "12345"


def test_what_a_reference_cannot_hold_is_named_once_with_numbers() -> None:
    found = messages_of(
        "@book{a, title={T}, abstract={x}, mood={good}}\n@book{b, title={U}, abstract={y}, file={a.pdf}}"
    )
    assert "abstract (2 times)" in found
    assert "mood" in found
    assert "file" in found


def test_a_broken_entry_does_not_stop_the_others() -> None:
    works, findings = read_all("@article{a, title={T}, year=2001}\n@article{b, title={Unclosed\n\n@book{c, title={U}}")
    assert works[0]["title"] == "T"
    assert any(finding.code == "INP271" for finding in findings)


def test_the_same_key_twice_is_two_references() -> None:
    works, findings = read_all("@book{a, title={T}}\n@book{a, title={U}}")
    assert [work["source"] for work in works] == ["T", "U"]
    assert "used twice" in findings[0].message


def test_deep_braces_and_long_values_are_left_as_they_are() -> None:
    deep = "{" * 3000 + "T" + "}" * 3000
    assert "T" in references_of("@book{a, title={" + deep + "}}")[0]["source"]


def test_strings_and_entries_that_name_each_other_many_times_end() -> None:
    strings = "".join(f"@string{{s{n + 1} = {' # '.join([f's{n}'] * 60)}}}\n" for n in range(9))
    data = "".join(f"@xdata{{k{n}, xdata={{{','.join(f'k{m}' for m in range(40))}}}}}\n" for n in range(40))
    (work,) = references_of(
        f'@string{{s0 = "tide"}}\n{strings}{data}@book{{a, title = s9, xdata = {{k1}}, year = 2019}}'
    )
    assert len(work["source"]) <= 100_000


@pytest.mark.parametrize("text", ["@book{b, title={", "@book{b title={x}}", '@book{b, title="x}\n@book{c, title={y}}'])
def test_an_entry_that_breaks_off_says_what_to_write(text: str) -> None:
    assert "write a comma after its key and after each field" in messages_of(text + "\n@book{d, title={Tides}}\n")
