"""THIRD-PARTY.md names what is carried."""

from __future__ import annotations

import json
import re

from conftest import ROOT

OURS = {"kernel", "runtime"}


def test_every_jar_is_named_and_no_other(target):
    carried = {re.sub(r"-\d.*", "", jar.name) for jar in (target / "lib").glob("*.jar")} - OURS
    table = (ROOT / "THIRD-PARTY.md").read_text().split("## ")[1]
    named = {name for row in table.splitlines() if row.startswith("| `") for name in re.findall(r"`([^`]+)`", row.split("|")[1])}
    assert named == carried


def test_what_the_extension_bundles_is_named(target):
    bundled = json.loads((target / "wheel" / "labextension" / "static" / "third-party-licenses.json").read_text())
    text = (ROOT / "THIRD-PARTY.md").read_text()
    assert [package["name"] for package in bundled["packages"] if f"`{package['name']}`" not in text] == []
