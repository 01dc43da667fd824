"""An element with a wrong name, or beside its place: place, content and attributes show what is meant."""

from __future__ import annotations

import pytest

from tests.validation.test_obeyed import GOOD, messages

CONTRIB = '<contrib contrib-type="author"><name><surname>Roe</surname><given-names>Jane</given-names></name></contrib>'
REF = '<ref id="r1"><mixed-citation>Roe, Tides.</mixed-citation></ref>'

MISNAMED = {
    ("article-meta", "info"): "write <article-meta>",
    ("article-meta", "body"): "write <article-meta>",
    ("contrib-group", "person-group"): "write <contrib-group>",
    ("title-group", "kwd-group"): "write <title-group>",
    ("name", "personal"): "write <name>",
    ("name", "contrib"): "write <name>",
    ("journal-id", "code"): "write <journal-id>",
    ("ref", "bibl-entry"): "write <ref>",
    ("tbody", "table"): "write <tbody>",
    ("kwd", "subjectterm"): "write <kwd>",
    ("pub-date", "publication_date"): "write <pub-date>",
    ("given-names", "surname"): "write <given-names> for this one",
}


@pytest.mark.parametrize(("names", "words"), MISNAMED.items())
def test_an_element_with_a_wrong_name_gets_the_one_that_its_place_and_content_ask_for(
    names: tuple[str, str], words: str
) -> None:
    right, wrong = names
    document = (
        GOOD.replace(f"<{right}>", f"<{wrong}>")
        .replace(f"<{right} ", f"<{wrong} ")
        .replace(f"</{right}>", f"</{wrong}>")
    )
    (message,) = messages(document)
    assert words in message


BESIDE = {
    ("<title-group><article-title>On tides</article-title>", "<article-title>On tides</article-title><title-group>"): (
        "move it to the beginning of the <title-group> after it"
    ),
    ("<month>05</month><year>2020</year></pub-date>", "<month>05</month></pub-date><year>2020</year>"): (
        "move it to the end of the <pub-date> before it"
    ),
    ("<ack><p>We thank all.</p></ack>", "<ack><title>Thanks</title></ack><p>We thank all.</p>"): (
        "move it to the end of the <ack> before it"
    ),
    ("<front>\n<journal-meta><journal-id>jt</journal-id>", "<journal-id>jt</journal-id><front>\n<journal-meta>"): (
        "move it into the <journal-meta> that lacks it"
    ),
    (REF, f"{REF}<ref><label>2</label></ref><ref><mixed-citation>Doe.</mixed-citation></ref>"): (
        "put it and the <ref> after it into one, or add what it lacks"
    ),
    (GOOD[GOOD.index("<kwd-group>") : GOOD.index("</kwd-group>") + 12], "<kwd>tides</kwd><kwd>moon</kwd>"): (
        "put these 2 <kwd> into <kwd-group>"
    ),
    ("<p>We thank all.</p></ack>", "<p><p>We thank all.</p>And you.</p></ack>"): "move it before the <p> that it is in",
    ("<title>Methods</title>", "<title>Methods</title><break>so</break>"): "<break> is not allowed in <sec>",
    ("twice</italic>", "twice<hr>so</hr></italic>"): "<hr> is not allowed in <italic>",
    (CONTRIB, CONTRIB.replace("<surname>Roe</surname>", "<surname>Roe</surname><surname>Roe</surname>")): (
        "keep one of them, for they say the same"
    ),
}  # fmt: skip


@pytest.mark.parametrize(("fault", "words"), BESIDE.items())
def test_an_element_beside_its_place_is_sent_there(fault: tuple[str, str], words: str) -> None:
    assert fault[0] in GOOD
    (message,) = messages(GOOD.replace(*fault, 1))
    assert words in message


FOREIGN = {
    ("<p>We counted", "<ul><li>salt</li><li>sand</li></ul><p>We counted"): 'write <list list-type="bullet">',
    ('</sec>', '</sec><h2>Results</h2>'): "begin a <sec> with a <title>",
    ("<title>Methods</title>", "<h2>Methods</h2>"): "write <title>",
    ("<ack><p>", "<ack><h3>Thanks</h3><p>"): "write <title>",
    ("<title>Methods</title>", '<title><sup><ptr rid="r1">1</ptr></sup></title>'): "write <xref",
    ("<title>Methods</title>", "<title><div>Methods</div></title>"): "remove the tags <div> and </div>",
}  # fmt: skip


@pytest.mark.parametrize(("fault", "words"), FOREIGN.items())
def test_an_element_of_html_gets_its_counterpart_if_that_is_allowed_there(fault: tuple[str, str], words: str) -> None:
    assert fault[0] in GOOD
    message, *_ = messages(GOOD.replace(*fault, 1))
    assert words in message
