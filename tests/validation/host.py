"""A clean article into which the examples of pages are put, and documents around short pieces of XML."""

from __future__ import annotations

import re

DOCTYPE = (
    '<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.3 20210610//EN" '
    '"JATS-journalpublishing1-3.dtd">\n'
)

HOST = """<article xmlns:xlink="http://www.w3.org/1999/xlink" dtd-version="1.3" xml:lang="en">
<front>
<journal-meta><journal-id>jt</journal-id><issn>1234-5679</issn></journal-meta>
<article-meta>
<article-id pub-id-type="doi">10.5555/1</article-id>
<title-group><article-title>On tides</article-title></title-group>
<contrib-group>
<contrib contrib-type="author"><name><surname>Roe</surname><given-names>Jane</given-names></name></contrib>
</contrib-group>
<permissions><copyright-statement>Jane Roe</copyright-statement></permissions>
</article-meta>
</front>
<body>
<sec id="s1">
<title>Methods</title>
<p>We counted.</p>
<fig id="f1"><graphic xlink:href="tides.png"/></fig>
</sec>
</body>
<back>
<ref-list>
<ref id="r1"><mixed-citation>Roe, Tides.</mixed-citation></ref>
</ref-list>
</back>
</article>
"""


def hosted(example: str) -> str:
    """A document with the example in it: whole, or in the place of the host's first element of its name."""
    if example.startswith(("<?xml", "<!DOCTYPE")):
        return example
    name = re.match(r"<([\w:-]+)", example)
    if name is None:
        raise ValueError(f"the example begins with no element: {example}")
    there = re.search(rf"<{name[1]}[ >].*?</{name[1]}>", HOST, re.DOTALL)
    if there is None:
        return DOCTYPE + example
    return DOCTYPE + HOST[: there.start()] + example + HOST[there.end() :]
