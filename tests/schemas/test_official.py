"""The official package is refused when its bytes are not those that the lock names."""

from __future__ import annotations

from pathlib import Path

import pytest
from official import SourceError, check_integrity, read_dtd, read_lock


def test_a_package_with_other_bytes_is_refused(tmp_path: Path) -> None:
    archive = tmp_path / "package.tgz"
    archive.write_bytes(b"something else")
    with pytest.raises(SourceError, match=r"package\.tgz has the integrity sha512-.*, source\.lock wants sha512-"):
        check_integrity(archive)


def test_the_lock_names_package_version_and_hash() -> None:
    lock = read_lock()
    assert (lock["name"], lock["version"]) == ("@jats4r/dtds", "0.0.10")
    assert lock["integrity"].startswith("sha512-")


def test_a_dtd_is_read_through_its_modules_with_prefixes_and_first_declarations(tmp_path: Path) -> None:
    (tmp_path / "part.ent").write_text(
        "<!ELEMENT m:b (#PCDATA)><!ATTLIST m:b x:a (no|yes) 'no' id ID #REQUIRED><!ATTLIST m:b id CDATA #IMPLIED>"
    )
    top = tmp_path / "top.dtd"
    top.write_text('<!ENTITY % p "m:b|b"><!ENTITY % e SYSTEM "part.ent">%e;<!ELEMENT a ((%p;)+, c?)><!ENTITY t "é">')
    found = read_dtd(top)
    assert found.elements == {"m:b": "(#PCDATA)", "a": "((m:b|b)+,c?)"}
    attributes = found.attributes["m:b"]
    assert (attributes["x:a"].type, attributes["x:a"].kind, attributes["x:a"].value) == ("(no|yes)", "", "no")
    assert (attributes["id"].type, attributes["id"].kind) == ("ID", "#REQUIRED")
    assert found.entities == {"t": "é"}
