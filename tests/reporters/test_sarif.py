"""SARIF: valid by the official schema, and nothing that was read becomes a link or a command."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft7Validator

from privlint.report import Report
from privlint.reporters.layout import Layout
from privlint.reporters.sarif import render

from ..conftest import ROOT, SHARED, SMALL
from .conftest import checked

SCHEMA = SHARED / "reference" / "sarif-2.1.0.schema.json"
BAD = (ROOT / "tests" / "registers" / "bad.yaml").read_text(encoding="utf-8")
HOSTILE = '"\\e[31m::error::[x](http://evil)]]>|<script>`": 1\n'


def told(report: Report) -> Any:
    """Return the run as a program reads it."""
    (run,) = json.loads(render(report, Layout()))["runs"]
    return run


@pytest.mark.skipif(not SCHEMA.exists(), reason="the schema of SARIF is not at hand")
@pytest.mark.parametrize("text", [BAD, SMALL, SMALL + HOSTILE, "", "a: 'b", "a: 1\na: 2\n"])
def test_the_log_is_valid_whatever_was_read(text: str) -> None:
    """By the schema of the standard itself."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft7Validator(schema).validate(json.loads(render(checked(text), Layout())))


def test_a_result_has_its_rule_its_place_and_its_snippet() -> None:
    """The index points to the rule, and the rule to the articles it rests on."""
    run = told(checked(BAD, "DPO001", "RET001", path="a b/é.yaml"))
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"] == {"uri": "a%20b/%C3%A9.yaml", "uriBaseId": "SRCROOT"}
        assert place["region"]["snippet"]["text"]
    for rule in rules:
        for one in rule["relationships"]:
            taxon = run["taxonomies"][0]["taxa"][one["target"]["index"]]
            assert taxon["id"] == one["target"]["id"]


def test_an_input_that_cannot_be_checked_is_told_as_a_notification() -> None:
    """The run is then no success."""
    (invocation,) = told(checked("a: 'b"))["invocations"]
    assert invocation["executionSuccessful"] is False
    assert len(invocation["toolExecutionNotifications"]) == 1
    assert told(checked(BAD))["invocations"][0]["executionSuccessful"] is True
