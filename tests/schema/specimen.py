"""An invented article with a bit of everything, valid by Publishing 1.3 with MathML 3; for tests without the corpus."""

from __future__ import annotations

VARIANT = "publishing-1.3-mathml3"

ARTICLE = b"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD with MathML3 v1.3 20210610//EN"
  "https://jats.nlm.nih.gov/publishing/1.3/JATS-journalpublishing1-3-mathml3.dtd">
<article xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:mml="http://www.w3.org/1998/Math/MathML"
  xmlns:ali="http://www.niso.org/schemas/ali/1.0/" article-type="research-article" dtd-version="1.3" xml:lang="en">
<front>
<journal-meta>
<journal-id journal-id-type="publisher-id">tides</journal-id>
<journal-title-group><journal-title>Annals of Small Tides</journal-title></journal-title-group>
<issn pub-type="epub">1234-5679</issn>
<publisher><publisher-name>Harbour Press</publisher-name></publisher>
</journal-meta>
<article-meta>
<article-id pub-id-type="doi">10.5555/tides.1</article-id>
<title-group><article-title>Tides in <italic>puddles</italic>: H<sub>2</sub>O</article-title></title-group>
<contrib-group>
<contrib contrib-type="author" corresp="yes" id="c1">
<contrib-id contrib-id-type="orcid" authenticated="true">https://orcid.org/0000-0002-1825-0097</contrib-id>
<name name-style="western"><surname>Carberry</surname><given-names>Josiah</given-names></name>
<xref ref-type="aff" rid="a1 a2"/>
</contrib>
<aff id="a1"><institution>Institute of Puddles</institution>, <country country="NL">Netherlands</country></aff>
<aff id="a2"><label>2</label>Rainy <break/>School</aff>
</contrib-group>
<pub-date publication-format="electronic" date-type="pub" iso-8601-date="2024-02-01"><day>1</day><month>2</month>
<year>2024</year></pub-date>
<volume>7</volume><fpage>1</fpage><lpage>9</lpage>
<permissions><license xlink:href="https://creativecommons.org/licenses/by/4.0/">
<ali:license_ref>https://creativecommons.org/licenses/by/4.0/</ali:license_ref>
<license-p>Free for all.</license-p></license></permissions>
<abstract><p>Puddles have tides.</p></abstract>
<kwd-group xml:lang="en"><kwd>puddle</kwd><kwd>tide</kwd></kwd-group>
<counts><fig-count count="1"/><page-count count="9"/></counts>
</article-meta>
</front>
<body>
<sec id="s1" sec-type="intro"><title>Introduction</title>
<p>We saw <xref ref-type="fig" rid="f1">Figure 1</xref>. <!-- a remark --> Others did too <xref ref-type="bibr" rid="r1"/>.</p>
<list list-type="bullet"><list-item><p>one</p></list-item><list-item><p>two</p></list-item></list>
<fig id="f1" position="float"><label>Figure 1</label><caption><p>A puddle.</p></caption>
<graphic xlink:href="f1.png" xlink:type="simple"/></fig>
<disp-formula id="e1"><mml:math><mml:mrow><mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup><mml:mo>=</mml:mo>
<mml:msubsup><mml:mi>y</mml:mi><mml:mn>1</mml:mn><mml:mn>2</mml:mn></mml:msubsup></mml:mrow></mml:math></disp-formula>
</sec>
<sec><title>Methods</title>
<table-wrap id="t1"><caption><title>Depths</title></caption>
<table frame="hsides"><thead><tr><th id="h1" align="left">Place</th><th>Depth</th></tr></thead>
<tbody><tr><td headers="h1">Yard</td><td>3 cm</td></tr></tbody></table></table-wrap>
<code xml:space="preserve">rain  = 1</code>
</sec>
</body>
<back>
<ack><p>We thank the rain.</p></ack>
<ref-list><title>References</title>
<ref id="r1"><element-citation publication-type="journal"><person-group person-group-type="author">
<name><surname>Roe</surname><given-names>R</given-names></name></person-group>
<article-title>On ponds</article-title><source>Pond</source><year>2001</year></element-citation></ref>
<ref id="r2"><mixed-citation>Roe R. <italic>Ponds</italic>. 2003.</mixed-citation></ref>
</ref-list>
</back>
</article>
"""
