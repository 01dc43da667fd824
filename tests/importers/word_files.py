"""Word files made for tests: a few paragraphs in a package, written by hand."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
STYLES = {
    "Title": "Title", "Author": "Author", "Abstract": "Abstract", "Heading1": "heading 1", "Heading2": "heading 2",
}  # fmt: skip


def run(text: str, properties: str = "") -> str:
    """A run of characters; `properties` are the elements of its rPr."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(content: str, style: str = "") -> str:
    """A paragraph: plain text, or runs if it begins with a tag."""
    inner = content if content.startswith("<") else run(content) if content else ""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{inner}</w:p>"


def word_file(*paragraphs: str, parts: dict[str, str] | None = None, types: str = TYPES) -> bytes:
    """A .docx with these paragraphs, and further parts by name and content."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>'
        + (f'<w:pPr><w:outlineLvl w:val="{int(name[-1]) - 1}"/></w:pPr>' if name.startswith("heading") else "")
        + "</w:style>"
        for key, name in STYLES.items()
    )
    relations = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>'
        for number, kind in enumerate(("styles", "footnotes", "comments"))
    )
    content = {
        "[Content_Types].xml": types,
        "_rels/.rels": RELATIONS.format(
            f'<Relationship Id="a" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
        f'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>{"".join(paragraphs)}</w:body></w:document>',
        "word/_rels/document.xml.rels": RELATIONS.format(relations),
        "word/styles.xml": f'<w:styles xmlns:w="{W}">{styles}</w:styles>',
    }
    return zipped(content | (parts or {}))


def zipped(content: dict[str, str]) -> bytes:
    """An archive of these parts, the same bytes every time."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in content.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
    return stream.getvalue()
