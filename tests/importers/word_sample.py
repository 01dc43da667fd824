"""Makes the Word file of samples/08-word: `python -m tests.importers.word_sample`. Its content is invented."""

from __future__ import annotations

from pathlib import Path

from tests.importers.word_files import OFFICE, RELATIONS, W, p, run, word_file

TARGET = Path(__file__).parents[2] / "samples" / "08-word" / "manuscript.docx"
RAISED = '<w:vertAlign w:val="superscript"/>'
ITALIC = "<w:i/>"


def paragraphs() -> list[str]:
    """The paragraphs of the article."""
    return [
        p("UDC 582.26:551.463"),
        p(run("Growth of ") + run("Ulva estuarina", ITALIC) + run(" in the brackish bays of the north"), "Title"),
        p(run("Olena Bondar") + run("1*", RAISED) + run(", Marek Novotny") + run("2", RAISED), "Author"),
        p(run("1", RAISED) + run(" Institute of Invented Seas, 7 Harbour Street, Odesa, 65000, Ukraine")),
        p(run("2", RAISED) + run(" University of Examples, Brno, Czech Republic")),
        p("* Corresponding author: o.bondar@example.org"),
        p("Received: 12 January 2026. Accepted: 3 March 2026."),
        p(
            run("Abstract. ", "<w:b/>")
            + run("We followed the green alga ")
            + run("Ulva estuarina", ITALIC)
            + run(" in nine brackish bays for five years. It grew fastest where the salinity was between 8 and 12 ‰, ")
            + f"<w:del>{run('and we do not know why').replace('w:t', 'w:delText')}</w:del>"
            + f"<w:ins>{run('and it was absent from bays with less than 3 ‰.')}</w:ins>"
        ),
        p(run("Keywords: ", "<w:b/>") + run("green algae; brackish water; ") + run("Ulva", ITALIC) + run("; salinity")),
        p(
            run("Анотація. ", "<w:b/>")
            + run("Упродовж п’яти років ми спостерігали за зеленою водорістю ")
            + run("Ulva estuarina", ITALIC)
            + run(" у дев’яти солонуватих затоках. Найшвидше вона росла за солоності від 8 до 12 ‰.")
        ),
        p(run("Ключові слова: ", "<w:b/>") + run("зелені водорості; солонувата вода; солоність")),
        p("Introduction", "Heading1"),
        p("Green algae are the first to come after a flood and the last to leave."),
        p("Methods", "Heading1"),
        p("We measured the salinity every week."),
        p("Acknowledgements", "Heading1"),
        p("We thank the harbour master of Odesa for the boat."),
        p("Funding", "Heading1"),
        p("The work was supported by the Harbour Fund, grant HF-17."),
        p("References", "Heading1"),
        p(
            run("Doe, J. (2018). Algae of the north. ")
            + run("Journal of Invented Botany, 12", ITALIC)
            + run("(3), 45–56. https://doi.org/10.5555/jib.12.3.4")
        ),
        p(run("Roe, J., & Sample, N. (2021). ") + run("Bays and their salt", ITALIC) + run(". Odesa: Harbour Press.")),
    ]


def sample() -> bytes:
    """The file, with a comment of its editor and the name of the template's style for the title."""
    comment = (
        f'<w:comments xmlns:w="{W}"><w:comment w:id="0">{p("Please check the salinity.")}</w:comment></w:comments>'
    )
    relations = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>'
        for number, kind in enumerate(("styles", "comments"))
    )
    parts = {"word/comments.xml": comment, "word/_rels/document.xml.rels": RELATIONS.format(relations)}
    return word_file(*paragraphs(), parts=parts)


if __name__ == "__main__":
    TARGET.write_bytes(sample())
