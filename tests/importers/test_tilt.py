"""From TILT to a register: what TILT can hold survives the way there and back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from privlint.importers import Imported, RefusedError, importer
from privlint.importers.writing import written
from privlint.knowledge.facts import Knowledge
from privlint.schema.shape import misshapen
from privlint.source.reader import read

from ..conftest import DAY, SMALL
from ..exporters.exporting import DRAWN, PLAIN, REGISTERS, drawn, exported, reference

SETS = ("recipients", "storage", "legalBases")
LEAST: dict[str, Any] = {
    "meta": {"name": "Shop", "language": "nl"},
    "controller": {"country": "NL"},
    "dataDisclosed": [],
}
"""What a document has at least."""


def imported(source: bytes | dict[str, Any]) -> Imported:
    """Import a TILT document."""
    content = source if isinstance(source, bytes) else json.dumps(source).encode()
    return importer("tilt").read(content, Knowledge.load().as_of(DAY))


def there_and_back(source: bytes | Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what TILT says of a register, and of the one that is drawn back from it."""
    first = exported(source, "tilt", "json").content
    again = written(imported(first), "TILT").encode()
    assert not misshapen(read(again))
    return said(first), said(exported(again, "tilt", "json").content)


def said(content: bytes) -> dict[str, Any]:
    """Return what a document says: without its ids, order, and items that say nothing."""
    made: dict[str, Any] = json.loads(content)
    for key in ("_id", "_hash"):
        del made["meta"][key]
    for item in (*made["dataDisclosed"], *made["sources"]):
        del item["_id"]
        for key in SETS:
            item[key] = ordered(item.get(key, ()))
    for part in made.values():
        if isinstance(part, dict) and "identificationEvidences" in part:
            part["identificationEvidences"].sort()
    made["dataDisclosed"] = ordered(item for item in made["dataDisclosed"] if tells(item))
    for key in ("sources", "thirdCountryTransfers"):
        made[key] = ordered(made[key])
    return made


def ordered(items: Any) -> list[Any]:
    """Sort what has no order, and say once what is said twice."""
    return [json.loads(one) for one in sorted({json.dumps(one, sort_keys=True) for one in items})]


def tells(item: dict[str, Any]) -> bool:
    """Tell whether an item says anything beside that there is one."""
    told = (item["purposes"], item["recipients"], item["storage"], item["legalBases"])
    return item["category"] != "not stated" or any(told)


@pytest.mark.parametrize("path", REGISTERS, ids=lambda path: path.stem)
def test_all_that_tilt_holds_of_a_shop_comes_back(path: Path) -> None:
    """The register drawn back says in TILT what the first one says."""
    first, second = there_and_back(path)
    assert first == second


def test_all_that_tilt_holds_of_any_register_comes_back() -> None:
    """So do hostile words, contradictions and conditions."""
    assert [
        seed for seed in range(DRAWN) if len({*map(str, there_and_back(drawn(seed)))}) > 1
    ] == []


def test_the_facts_are_those_of_the_register() -> None:
    """Not only the words of TILT come back: the fields of the register do."""
    first, again = read(PLAIN.read_bytes()).data, imported(exported(PLAIN, "tilt", "json").content)
    data = again.data
    assert data["purposes"].keys() == first["purposes"].keys()
    for name, purpose in data["purposes"].items():
        asked = first["purposes"][name]
        assert (purpose["title"], purpose["kind"]) == (asked["title"], asked["kind"])
        assert [one["basis"] for one in purpose["legal_basis"]] == [
            one["basis"] for one in asked["legal_basis"]
        ]
        assert [group["categories"] for group in purpose["data"]] == [
            group["categories"] for group in asked["data"]
        ]
        assert [group["retention"] for group in purpose["data"]] == [
            [group["retention"]] for group in asked["data"]
        ]
    names = {one["name"]: one for one in data["recipients"].values()}
    for recipient in first["recipients"].values():
        back = names[recipient["name"]]
        for key in ("role", "country", "does", "transfers"):
            assert back.get(key) == recipient.get(key)
    assert data["controller"]["address"] == {**first["controller"]["address"], "postcode": "9000"}
    assert data["dpo"] == {"status": "not_appointed"}
    assert data["rights"]["portability"] == first["rights"]["portability"]
    assert data["automated_decisions"] == {"status": "none"}


def test_fillers_are_dropped() -> None:
    """A statement that says nothing still says nothing, and nobody has looked at the rest."""
    data = imported(exported(SMALL.encode(), "tilt", "json").content).data
    todo = data.pop("todo")
    assert data == read(SMALL.encode()).data
    assert {"controller", "dpo", "rights", "cookies", "purposes"} <= set(todo)


def test_what_tilt_has_no_field_for_is_not_judged_as_silence() -> None:
    """It stands under `todo`, also within sections that are there."""
    todo = imported(exported(PLAIN, "tilt", "json").content).data["todo"]
    assert {"rights.object", "controller.company_number", "security"} <= set(todo)


def test_a_document_of_somebody_else_is_read() -> None:
    """The example of TILT's own schema: what is known is a fact, the rest keeps its words."""
    made = imported(reference("tilt.schema.json")["examples"][0])
    assert made.data["shop"]["country"] == "DE"
    (purpose,) = made.data["purposes"].values()
    assert purpose["data"][0]["categories"] == ["email"]
    assert made.data["recipients"]["yellow_company_ag"]["country"] == "ES"
    told = [one.message for one in made.left]
    assert "a register has no place for `controller.division`" in told
    assert "a register has no place for `changesOfPurpose`" in told


def test_what_does_not_fit_a_register_is_told_and_not_written() -> None:
    """A period that is none, a country that is none."""
    item = {
        "_id": "1",
        "category": "email",
        "purposes": [{"purpose": "Marketing", "description": "News"}],
        "storage": [{"temporal": [{"description": "x", "ttl": "for ever"}]}],
        "recipients": [{"name": "Sender", "country": "QQ", "category": "mail"}],
    }
    made = imported({**LEAST, "dataDisclosed": [item]})
    assert "country" not in made.data["recipients"]["sender"]
    assert made.data["purposes"]["marketing"]["data"][0]["retention"] == [{"words": "x"}]
    assert len([one for one in made.left if "a register cannot hold" in one.message]) == 2
    assert read(written(made, "TILT").encode()).data == made.data


def test_characters_that_json_escapes_in_pairs_are_read() -> None:
    """Nor do tabs, marks of direction or half a pair disturb."""
    text = json.dumps({**LEAST, "meta": {"name": "Shop \U0001f600 \u202e"}}, indent="\t")
    assert imported(text.encode()).data["shop"]["name"] == "Shop \U0001f600 \u202e"
    half = text.replace("\\ude00", "")
    assert imported(half.encode()).data["shop"]["name"].startswith("Shop \ufffd")


NOT_TILT = {
    "nothing": (b"", "1:1"),
    "not JSON": (b'{"meta": {},\n "controller": }', "2:16"),
    "a list": (b"[]", "1:1"),
    "another object": (b'{"name": 1}', "1:2"),
    "another type": (b'{"meta": {},\n"controller": 3,\n"dataDisclosed": []}', "2:15"),
    "a text for a list": (b'{"meta": {},\n"controller": {},\n"dataDisclosed": "x"}', "3:18"),
    "a number for a name": (
        b'{"meta": {"name": 5},\n"controller": {},\n"dataDisclosed": []}',
        "1:19",
    ),
    "two keys": (b'{"meta": {},\n"meta": {}}', "2:1"),
    "not UTF-8": (b'{"meta": "\xff"}', "1:11"),
    "too deep": (b"[" * 100_000, "1:1"),
}


@pytest.mark.parametrize("name", NOT_TILT)
def test_what_is_no_tilt_is_refused_with_its_place(name: str) -> None:
    """The line and column tell where to look."""
    content, place = NOT_TILT[name]
    with pytest.raises(RefusedError) as refused:
        imported(content)
    span = refused.value.span
    assert f"{span.start_line}:{span.start_column}" == place
