"""PubMed: what publishers submit, and what its services answer."""

from __future__ import annotations

from tests.importers.reading import read

SUBMISSION = """<?xml version="1.0"?>
<!DOCTYPE ArticleSet PUBLIC "-//NLM//DTD PubMed 2.8//EN" "https://dtd.nlm.nih.gov/ncbi/pubmed/in/PubMed.dtd">
<ArticleSet><Article>
  <Journal><PublisherName>Harbour Press</PublisherName><JournalTitle>J Tides</JournalTitle><Issn>1234-5679</Issn>
    <Volume>13</Volume><Issue>2</Issue><PubDate PubStatus="epublish"><Year>2024</Year><Month>Mar</Month><Day>30</Day></PubDate>
  </Journal>
  <Replaces IdType="doi">10.5555/tides.0</Replaces>
  <ArticleTitle>[Tides of <i>E. coli</i> &amp; salt].</ArticleTitle><VernacularTitle>Припливи.</VernacularTitle>
  <FirstPage>8</FirstPage><LastPage>14</LastPage><ELocationID EIdType="pii">jt-17</ELocationID><Language>UK</Language>
  <AuthorList>
    <Author EqualContrib="Y"><FirstName>Jane</FirstName><MiddleName>B</MiddleName><LastName>Roe</LastName><Suffix>Jr</Suffix>
      <AffiliationInfo><Affiliation>Institute of Seas, Odesa</Affiliation><Identifier Source="ROR">https://ror.org/02mhbdp94</Identifier>
      </AffiliationInfo><Identifier Source="ORCID">0000-0002-1825-0097</Identifier></Author>
    <Author><CollectiveName>The Tides Group</CollectiveName></Author></AuthorList>
  <GroupList><Group><GroupName>The Tides Group</GroupName>
    <IndividualName><FirstName>John</FirstName><LastName>Doe</LastName></IndividualName></Group></GroupList>
  <PublicationType>REVIEW</PublicationType>
  <ArticleIdList><ArticleId IdType="doi">10.5555/tides.1</ArticleId></ArticleIdList>
  <History><PubDate PubStatus="received"><Year>2023</Year><Month>11</Month><Day>02</Day></PubDate></History>
  <Abstract><AbstractText Label="AIM">Salt in H<sub>2</sub>O.</AbstractText>
    <AbstractText Label="RESULT">Yes.</AbstractText></Abstract>
  <OtherAbstract Language="en" Type="plain-language-summary">The sea is salt.</OtherAbstract>
  <CoiStatement>None declared.</CoiStatement>
  <ObjectList><Object Type="keyword"><Param Name="value">salt</Param></Object>
    <Object Type="grant"><Param Name="id">HF-17</Param><Param Name="grantor">Harbour Fund</Param></Object>
    <Object Type="Erratum"><Param Name="type">pubmed</Param><Param Name="id">12345678</Param></Object></ObjectList>
  <ReferenceList><Title>References</Title><Reference><Citation>Doe J. Ebb. 2019.</Citation>
    <ArticleIdList><ArticleId IdType="pubmed">12345679</ArticleId></ArticleIdList></Reference></ReferenceList>
</Article></ArticleSet>"""

ANSWER = """<PubmedArticleSet><PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM"><PMID Version="1">12345678</PMID>
  <DateRevised><Year>2025</Year><Month>01</Month><Day>01</Day></DateRevised>
  <Article PubModel="Print-Electronic"><Journal><ISSN IssnType="Electronic">1234-5679</ISSN>
      <JournalIssue CitedMedium="Print"><Volume>13</Volume><Issue>2</Issue>
        <PubDate><MedlineDate>2024 Mar-Apr</MedlineDate></PubDate></JournalIssue>
      <Title>Journal of Tides</Title><ISOAbbreviation>J. Tides</ISOAbbreviation></Journal>
    <ArticleTitle>Tides at <mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML"><mml:mi>x</mml:mi></mml:math>.</ArticleTitle>
    <Pagination><StartPage>121</StartPage><EndPage>129</EndPage><MedlinePgn>121-9</MedlinePgn></Pagination>
    <ELocationID EIdType="doi" ValidYN="Y">10.5555/tides.1</ELocationID>
    <Abstract><AbstractText Label="AIM" NlmCategory="OBJECTIVE">Salt.</AbstractText>
      <CopyrightInformation>© 2024 The Authors.</CopyrightInformation></Abstract>
    <AuthorList CompleteYN="Y"><Author ValidYN="Y"><LastName>Roe</LastName><ForeName>Jane B</ForeName><Initials>JB</Initials>
      <AffiliationInfo><Affiliation>Institute of Seas, Odesa.</Affiliation></AffiliationInfo></Author></AuthorList>
    <Language>eng</Language>
    <DataBankList><DataBank><DataBankName>ClinicalTrials.gov</DataBankName><AccessionNumberList>
      <AccessionNumber>NCT01234567</AccessionNumber></AccessionNumberList></DataBank></DataBankList>
    <GrantList><Grant><GrantID>HF-17</GrantID><Agency>Harbour Fund</Agency><Country>Ukraine</Country></Grant></GrantList>
    <PublicationTypeList><PublicationType UI="D016428">Journal Article</PublicationType>
      <PublicationType UI="D016454">Review</PublicationType></PublicationTypeList>
    <ArticleDate DateType="Electronic"><Year>2024</Year><Month>03</Month><Day>30</Day></ArticleDate></Article>
  <MedlineJournalInfo><Country>Ukraine</Country><MedlineTA>J Tides</MedlineTA><NlmUniqueID>101</NlmUniqueID>
    <ISSNLinking>2049-3630</ISSNLinking></MedlineJournalInfo>
  <CommentsCorrectionsList><CommentsCorrections RefType="ErratumFor"><RefSource>J Tides. 2023;12:1.</RefSource>
    <PMID Version="1">11111111</PMID></CommentsCorrections></CommentsCorrectionsList>
  <MeshHeadingList><MeshHeading><DescriptorName UI="D009792">Oceans and Seas</DescriptorName>
    <QualifierName UI="Q000032">analysis</QualifierName></MeshHeading></MeshHeadingList>
  <KeywordList Owner="NOTNLM"><Keyword>salt</Keyword><Keyword>sea</Keyword></KeywordList>
  <GeneralNote>calm</GeneralNote></MedlineCitation>
  <PubmedData><History><PubMedPubDate PubStatus="received"><Year>2023</Year><Month>11</Month><Day>2</Day></PubMedPubDate>
      <PubMedPubDate PubStatus="entrez"><Year>2024</Year><Month>4</Month><Day>1</Day></PubMedPubDate></History>
    <PublicationStatus>ppublish</PublicationStatus><ArticleIdList><ArticleId IdType="pubmed">12345678</ArticleId>
      <ArticleId IdType="pmc">PMC1234567</ArticleId><ArticleId IdType="doi">10.5555/tides.1</ArticleId></ArticleIdList>
    <ReferenceList><Title>Data</Title><Reference><Citation>Levels of the sea.</Citation></Reference></ReferenceList></PubmedData>
</PubmedArticle></PubmedArticleSet>"""


def test_a_submission() -> None:
    found = read(SUBMISSION, "submission.xml")
    [article] = found.articles
    assert article["title"] == {"uk": "Припливи", "en": "Tides of <i>E. coli</i> & salt"}
    assert article["type"] == "review-article"
    assert article["pages"] == {"first": "8", "last": "14"}
    assert article["published"] == [{"format": "electronic", "date": "2024-03-30"}]
    assert article["authors"] == [
        {
            "name": {"surname": "Roe", "given": "Jane B", "suffix": "Jr"},
            "orcid": "0000-0002-1825-0097",
            "affiliations": {"text": "Institute of Seas, Odesa", "ror": "https://ror.org/02mhbdp94"},
            "equal_contribution": "yes",
        },
        {"collaboration": "The Tides Group", "members": {"name": {"surname": "Doe", "given": "John"}}},
    ]
    assert article["abstract"] == [
        {"sections": [{"title": "AIM", "text": "Salt in H<sub>2</sub>O."}, {"title": "RESULT", "text": "Yes."}]},
        {"text": "The sea is salt.", "type": "plain-language-summary", "language": "en"},
    ]
    assert article["keywords"] == ["salt"]
    assert article["funding"] == [{"funder": {"name": "Harbour Fund"}, "numbers": "HF-17"}]
    assert article["related_articles"] == [{"type": "corrected-article", "pmid": "12345678"}]
    assert article["references"] == [{"text": "Doe J. Ebb. 2019.", "pmid": "12345679"}]
    assert not [each for each in found.said if "IMP001" in each]


def test_an_answer() -> None:
    found = read(ANSWER, "efetch.xml")
    [article] = found.articles
    assert article["title"] == "Tides at <math><mi>x</mi></math>"
    assert article["language"] == "en"
    assert article["ids"] == {"pmid": "12345678", "pmcid": "PMC1234567"}
    assert article["pages"] == {"first": "121", "last": "129"}
    assert article["published"] == [
        {"format": "electronic", "date": "2024-03-30"},
        {"format": "print", "date": "2024 Mar-Apr"},
    ]
    assert article["journal"]["issn"] == {"electronic": "1234-5679", "linking": "2049-3630"}
    assert article["journal"]["ids"] == {"iso-abbrev": "J. Tides", "nlm-ta": "J Tides", "nlm-journal-id": "101"}
    assert article["abstract"] == {"sections": [{"title": "AIM", "type": "objective", "text": "Salt."}]}
    assert article["copyright"] == {"statement": "© 2024 The Authors."}
    assert article["type"] == "review-article"
    assert article["keywords"] == [
        {"terms": ["salt", "sea"]},
        {
            "type": "mesh",
            "terms": [
                {
                    "parts": {"descriptor": "Oceans and Seas", "qualifier": "analysis"},
                    "vocabulary": {"name": "mesh", "term": "Oceans and Seas", "term_identifier": "D009792"},
                }
            ],
        },
    ]
    assert article["funding"] == [{"funder": {"name": "Harbour Fund", "country_code": "UA"}, "numbers": "HF-17"}]
    assert article["related_articles"] == [
        {"type": "corrected-article", "pmid": "11111111", "title": "J Tides. 2023;12:1."}
    ]
    assert article["references"] == [{"title": "Data", "references": "Levels of the sea."}]
    assert [each for each in found.said if "IMP001" in each] == [
        "28 IMP001 not placed: MedlineCitation/GeneralNote: 'calm'"
    ]
