"""Read each format back as its readers do; what they could not read fails the test."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser
from typing import Any, NamedTuple

from jsonschema import Draft7Validator, Draft202012Validator
from junitparser import Error, Failure, JUnitXml

from privlint.schema.store import schema

from ..conftest import SHARED

SARIF_SCHEMA = SHARED / "reference" / "sarif-2.1.0.schema.json"
_PLACE = r"^ *--> (.*):(\d+):\d+$"
VOID = {"meta", "br", "hr", "img", "link", "input"}


class Told(NamedTuple):
    """A finding, as a format tells it: the file, the line, and the text around."""

    path: str
    line: int
    text: str


def full(text: str) -> list[Told]:
    """Read what a person reads: the head, the place, and what follows."""
    places = ((re.search(_PLACE, block, re.MULTILINE), block) for block in text.split("\n\n"))
    return [Told(place[1], int(place[2]), block) for place, block in places if place]


def concise(text: str) -> list[Told]:
    """Read what editors and `grep` read."""
    places = [re.fullmatch(r"(.*?):(\d+):\d+: (.*)", line) for line in text.splitlines()]
    return [Told(one[1], int(one[2]), one[3]) for one in places if one]


def as_json(text: str) -> list[Told]:
    """Read what the published schema allows."""
    data = json.loads(text)
    Draft202012Validator(schema("report")).validate(data)
    return [Told(one["path"], one["start"]["line"], one["message"]) for one in data["findings"]]


def jsonl(text: str) -> list[Told]:
    """Read line by line, up to the summary."""
    *findings, last = [json.loads(line) for line in text.splitlines()]
    assert set(last) == {"summary", "unchecked", "failures"}
    return [Told(one["path"], one["start"]["line"], one["message"]) for one in findings]


@cache
def _sarif_schema() -> Draft7Validator | None:
    if not SARIF_SCHEMA.exists():
        return None
    return Draft7Validator(json.loads(SARIF_SCHEMA.read_text(encoding="utf-8")))


def sarif(text: str) -> list[Told]:
    """Read what the official schema allows, where that is at hand."""
    data = json.loads(text)
    if (validator := _sarif_schema()) is not None:
        validator.validate(data)
    (run,) = data["runs"]
    return [_result(result) for result in run["results"]]


def _result(result: Any) -> Told:
    place = result["locations"][0]["physicalLocation"]
    uri, line = place["artifactLocation"]["uri"], place["region"]["startLine"]
    return Told(uri, line, result["message"]["text"])


def junit(text: str) -> list[Told]:
    """Read the failures and errors as a build server does."""
    found = []
    for suite in JUnitXml.fromstring(text.encode()):
        for case in suite:
            for result in case.result:
                if isinstance(result, Error | Failure):
                    found += concise(result.text or "")
    return found


def github(text: str) -> list[Told]:
    """Read what the runner of GitHub reads: a line that starts with two colons is a command."""
    found = []
    for line in text.splitlines():
        if not line.startswith("::"):
            continue
        head, _, data = line.removeprefix("::").partition("::")
        name, _, properties = head.partition(" ")
        assert name in {"error", "warning", "notice"}, line
        values = dict(one.split("=", 1) for one in properties.split(","))
        assert set(values) <= {"file", "line", "endLine", "col", "endColumn", "title"}
        path = _unescaped(values["file"], {"%3A": ":", "%2C": ","})
        found.append(Told(path, int(values.get("line", 0)), _unescaped(data)))
    return found


def _unescaped(text: str, further: dict[str, str] | None = None) -> str:
    """Undo the escapes in the order in which the runner does, the percent sign last."""
    for escape, sign in {"%0D": "\r", "%0A": "\n", **(further or {}), "%25": "%"}.items():
        text = text.replace(escape, sign)
    return text


def gitlab(text: str) -> list[Told]:
    """Read the fields that the documentation of GitLab asks for."""
    found = []
    for issue in json.loads(text):
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        location = issue["location"]
        found.append(Told(location["path"], location["lines"]["begin"], issue["description"]))
    assert len({issue["fingerprint"] for issue in json.loads(text)}) == len(found)
    return found


def markdown(text: str) -> list[Told]:
    """Read the tables: each row has the cells of its head."""
    found, path = [], ""
    for line in text.splitlines():
        if line.startswith("### "):
            path = _entities(line.removeprefix("### "))
        elif line.startswith("| "):
            cells = line.removeprefix("| ").removesuffix(" |").split(" | ")
            assert len(cells) == 5, line
            if cells[0].isdigit():
                found.append(Told(path, int(cells[0]), _entities(cells[3])))
    return found


def _entities(text: str) -> str:
    shown = text.replace("&#8203;", "")
    return re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), shown)


class Page(HTMLParser):
    """Reads a page as a browser does, and holds its elements, attributes and text."""

    def __init__(self, text: str) -> None:
        """Read all of it; every element must be closed by its own tag."""
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.told: list[Told] = []
        self._path = self._text = ""
        self._line = 0
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if tag in {"h2", "article"}:
            self._text, self._line = "", 0

    def handle_endtag(self, tag: str) -> None:
        """Close it."""
        assert self.open.pop() == tag
        if tag == "h2":
            self._path = self._text
        if tag == "article":
            self.told.append(Told(self._path, self._line, self._text))

    def handle_data(self, data: str) -> None:
        """Take what is shown."""
        self._text += data
        is_place = self.open[-1:] == ["figcaption"] and "article" in self.open
        if is_place and not self._line:
            found = re.search(r"[Ll]ine (\d+), column", data)
            assert found
            self._line = int(found[1])


def html(text: str) -> list[Told]:
    """Read the findings of the page."""
    return Page(text).told


READERS: dict[str, Callable[[str], list[Told]]] = {
    "full": full,
    "concise": concise,
    "json": as_json,
    "jsonl": jsonl,
    "sarif": sarif,
    "junit": junit,
    "github": github,
    "gitlab": gitlab,
    "markdown": markdown,
    "html": html,
}
