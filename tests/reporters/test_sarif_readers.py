"""What readers of SARIF make of a run: the official schema, a viewer's steps, a real tool."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from privlint.finding import Finding
from privlint.register import Register
from privlint.report import Report
from privlint.reporters import render
from privlint.reporters.layout import Layout
from privlint.rule import Rule
from privlint.running.run import run

from ..conftest import ROOT, terms
from .reading import SARIF_SCHEMA, sarif
from .sample import falls, sample

SHOPS = sorted(str(path) for path in (ROOT / "policies").glob("*.yaml"))


@pytest.fixture(scope="module")
def shops() -> Report:
    """Return the report on the five shops, by all rules."""
    return run(SHOPS, terms())


def log(report: Report) -> Any:
    """Return the one run of a log."""
    (one,) = json.loads(render("sarif", report, Layout()))["runs"]
    return one


@pytest.mark.skipif(not SARIF_SCHEMA.exists(), reason="the schema of SARIF is not at hand")
def test_the_logs_are_valid_by_the_official_schema(shops: Report) -> None:
    """Of the five shops, of a run that has everything, and of one in which a rule failed."""
    broken = Rule(terms("DPO001").rules[0].card, Register, falls)
    for report in (shops, sample(), run(SHOPS[:1], terms(rules=(broken,)))):
        sarif(render("sarif", report, Layout()))


def test_a_viewer_shows_title_help_and_article_of_every_result(shops: Report) -> None:
    """By the indices that the log gives, and no other way."""
    told = log(shops)
    rules, (gdpr,) = told["tool"]["driver"]["rules"], told["taxonomies"]
    for result, finding in zip(told["results"], shops.findings, strict=True):
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"] == finding.card.code
        assert rule["shortDescription"]["text"] == f"{finding.card.title}."
        assert finding.card.remedy in rule["help"]["text"]
        assert f"### What to do\n\n{finding.card.remedy}" in rule["help"]["markdown"]
        assert rule["helpUri"].endswith(f"#{finding.card.code.lower()}-{finding.card.name}")
        targets = [one["target"]["index"] for one in rule.get("relationships", ())]
        cited = {law.split("(")[0] for law in finding.card.law if re.match(r"GDPR \d", law)}
        assert {gdpr["taxa"][index]["id"] for index in targets} == cited


def test_a_viewer_shows_the_words_of_every_place(shops: Report) -> None:
    """The snippet is what stands in the file, at the first place and at every further one."""
    texts = {path: Path(path).read_text(encoding="utf-8").split("\n") for path in SHOPS}
    seconds = 0
    for result, finding in zip(log(shops)["results"], shops.findings, strict=True):
        places = [result["locations"][0], *result.get("relatedLocations", ())]
        assert len(places) == 1 + len(finding.related)
        seconds += len(finding.related)
        for place in places:
            region = place["physicalLocation"]["region"]
            line = texts[finding.path][region["startLine"] - 1]
            first = region["snippet"]["text"].split("\n")[0]
            assert line[region["startColumn"] - 1 :].startswith(first)
        for place, further in zip(places[1:], finding.related, strict=True):
            assert place["message"]["text"]
            assert place["physicalLocation"]["region"]["startLine"] == further.span.start_line
    assert seconds > 10


def test_a_viewer_shows_who_answers_for_what_is_suppressed() -> None:
    """With the justification, and the comment that says so; all results say whether they count."""
    results = log(sample())["results"]
    assert all("suppressions" in result for result in results)
    (base,), (ignore,) = (one["suppressions"] for one in results if one["suppressions"])
    assert (base["kind"], base["justification"]) == ("external", "known since the start")
    assert (ignore["kind"], ignore["status"]) == ("inSource", "accepted")
    assert ignore["justification"] == "asked of the mailer"
    assert ignore["properties"] == {"kind": "comment", "owner": "@owner", "until": "2027-03-01"}
    place = ignore["location"]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "shop.yaml"
    assert place["region"]["snippet"]["text"].startswith("# privlint: ignore[RET001]")


def test_a_viewer_can_apply_what_mends_a_finding() -> None:
    """The deleted region and what is inserted there are those of the edit."""
    (fixes,) = (one["fixes"] for one in log(sample())["results"] if "fixes" in one)
    ((change,),) = (fix["artifactChanges"] for fix in fixes)
    assert change["artifactLocation"]["uri"] == "misspelt.yaml"
    (replacement,) = change["replacements"]
    assert replacement["deletedRegion"] == {
        "startLine": 4, "startColumn": 1, "endLine": 4, "endColumn": 7,
    }  # fmt: skip
    assert replacement["insertedContent"] == {"text": "rights"}


def test_places_are_named_by_ids_where_these_are_known() -> None:
    """And by keys and positions where they are not."""
    made = sample()
    first = made.findings[0]
    named = {
        _name(made, first.replace(logical=logical, where=where))
        for logical, where in (("data[name]", ("data", 0)), ("", ("data", 0)), ("", ()))
    }
    assert named == {"data[name]", "data.0", None}


def _name(made: Report, finding: Finding) -> str | None:
    result = log(made.replace(findings=(finding,), suppressed=()))["results"][0]
    (name,) = result["locations"][0].get("logicalLocations", [{"fullyQualifiedName": None}])
    return name["fullyQualifiedName"]  # type: ignore[no-any-return]


def test_sarif_tools_reads_every_result(shops: Report, tmp_path: Path) -> None:
    """A program that others wrote finds the same rules, files and lines."""
    for report in (shops, sample()):
        (tmp_path / "log.sarif").write_text(render("sarif", report, Layout()), encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "sarif", "csv", "--output", "log.csv", "log.sarif"],
            cwd=tmp_path, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        with (tmp_path / "log.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert {row["Tool"] for row in rows} == {"privlint"}
        found = sorted((row["Code"], Path(row["Location"]).name, row["Line"]) for row in rows)
        assert found == sorted(
            (one.card.code, Path(one.path).name, str(one.span.start_line))
            for one in (*report.findings, *report.suppressed)
        )
