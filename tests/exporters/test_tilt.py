"""TILT: valid, with fillers that are told, and nothing dropped in silence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from privlint import tilt
from privlint.exporters import Loss

from ..conftest import SMALL
from .exporting import DRAWN, PLAIN, REGISTERS, drawn, exported, messages, reference


def document(source: bytes | Path) -> dict[str, Any]:
    """Return a register as TILT."""
    made: dict[str, Any] = json.loads(exported(source, "tilt", "json").content)
    return made


def faults(made: dict[str, Any]) -> list[str]:
    """Return what the schema of TILT finds wrong."""
    formats = jsonschema.FormatChecker()
    validator = jsonschema.Draft7Validator(reference("tilt.schema.json"), format_checker=formats)
    return [error.message for error in validator.iter_errors(made)]


@pytest.mark.parametrize("path", REGISTERS, ids=lambda path: path.stem)
def test_the_shops_are_valid(path: Path) -> None:
    """The schema of TILT accepts each shop."""
    assert faults(document(path)) == []


def test_whatever_a_register_says_is_valid() -> None:
    """Nor is it put off by hostile words, contradictions and gaps."""
    assert [seed for seed in range(DRAWN) if faults(document(drawn(seed)))] == []


def test_a_statement_that_says_nothing_is_valid_and_full_of_fillers() -> None:
    """Where TILT demands what is not there, nobody can take what stands there for a fact."""
    made = document(SMALL.encode())
    assert faults(made) == []
    assert made["controller"]["name"] == tilt.NOT_STATED
    assert made["dataProtectionOfficer"]["country"] == "ZZ"
    assert made["meta"]["created"] == tilt.DAY
    assert made["dataDisclosed"] == []
    told = messages(exported(SMALL.encode(), "tilt", "json"))
    asked = [message for message in told if "a filler stands in" in message]
    assert "TILT asks for the name of the controller: a filler stands in" in asked
    assert "TILT asks for the country of a data protection officer: a filler stands in" in asked


def test_an_item_says_what_is_true_of_one_kind_of_data() -> None:
    """Its purpose, basis, recipients and period, as the plain register has them."""
    item = document(PLAIN)["dataDisclosed"][0]
    assert item == {
        "_id": "purposes.orders.data.0.categories.0",
        "category": "name",
        "purposes": [{"purpose": "orders", "description": "Deliver what was ordered"}],
        "legalBases": [{"reference": "GDPR-6-1-b"}],
        "legitimateInterests": [],
        "recipients": [
            {
                "name": "Plain Parcels",
                "country": "JP",
                "category": "delivers parcels [role: controller]",
            },
            {
                "name": "Plain Hosting",
                "country": "BE",
                "category": "runs the servers [role: processor]",
            },
        ],
        "storage": [
            {
                "temporal": [{"description": "kept [from: delivery]", "ttl": "P2Y"}],
                "aggregationFunction": "max",
            }
        ],
        "nonDisclosure": {
            "legalRequirement": False,
            "contractualRegulation": True,
            "obligationToProvide": True,
            "consequences": "the order cannot be delivered",
        },
    }


def test_a_condition_stays_a_condition() -> None:
    """What holds only sometimes is not written as if it always held."""
    register = (
        f"{SMALL}recipients: {{maker: {{name: Maker}}}}\n"
        "purposes: {orders: {title: Orders, data: [{categories: [{is: phone, when: by phone}],\n"
        "  recipients: [{to: maker, when: possibly}]}]}}\n"
    )
    (item,) = document(register.encode())["dataDisclosed"]
    assert item["category"] == "phone number [when: by phone]"
    assert item["recipients"][0]["category"] == "not stated [when: possibly]"


def test_what_tilt_cannot_hold_is_told_with_its_place() -> None:
    """Each place is named; cites, notes and words, which stand everywhere, are counted."""
    losses = exported(PLAIN, "tilt", "json").losses
    where = ("rights", "object")
    assert Loss(where, "TILT cannot hold `rights.object`") in losses
    assert Loss(("cookies",), "TILT cannot hold `cookies`") in losses
    shop = exported(REGISTERS[0], "tilt", "json")
    assert [one for one in messages(shop) if ", nor `cite` at " in one]


def test_what_nobody_has_looked_at_is_told() -> None:
    """In TILT it looks as if the statement were silent."""
    made = exported(f"{SMALL}todo: [dpo, cookies]\n".encode(), "tilt", "json")
    assert Loss(("todo",), "not looked at yet: `dpo`") in made.losses


def test_shared_with_nobody_is_told_as_lost() -> None:
    """An empty list in TILT says as much as silence does."""
    register = f"{SMALL}purposes: {{orders: {{data: [{{categories: [name], recipients: []}}]}}}}\n"
    told = messages(exported(register.encode(), "tilt", "json"))
    assert "TILT cannot hold `purposes.orders.data.0.recipients`" in told


def test_the_same_register_gives_the_same_bytes() -> None:
    """No clock, no chance; the document's hash is that of what it says."""
    first, second = (exported(PLAIN, "tilt", "json").content for _ in range(2))
    assert first == second
