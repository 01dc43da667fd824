"""The publisher, if one receiver alone asks for it."""

from __future__ import annotations

from jats.rules.engine.tables import Row, required_child

required_child(
    Row(
        "DCT901",
        on="front/journal-meta",
        services=("datacite",),
        page="""An article that is registered with DataCite must name its publisher.

        Why: DataCite requires a publisher and refuses a record without it.
        Wrong: <journal-meta>… <!-- no publisher --></journal-meta>
        Right: <publisher><publisher-name>Harbour Press</publisher-name></publisher>
        YAML:
            journal:
              publisher: {name: Tides Press, place: Kyiv}
        Source: DataCite Metadata Schema 4.6, property 4
        """,
    ),
    "publisher/publisher-name",
    blank_counts=True,  # an empty one is COM026's
)
