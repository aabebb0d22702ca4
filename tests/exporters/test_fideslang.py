"""Fideslang: manifests that its own models accept, of keys that its taxonomy has."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from fideslang.default_taxonomy import DEFAULT_TAXONOMY
from fideslang.models import Taxonomy

from privlint.exporters.fideslang_declared import NOT_STATED

from ..conftest import SMALL
from .exporting import DRAWN, PLAIN, REGISTERS, drawn, exported, messages

USES = {one.fides_key for one in DEFAULT_TAXONOMY.data_use}
KINDS = {one.fides_key for one in DEFAULT_TAXONOMY.data_category}
SUBJECTS = {one.fides_key for one in DEFAULT_TAXONOMY.data_subject}


def manifest(source: bytes | Path) -> dict[str, Any]:
    """Return a register as a manifest, the same in YAML and in JSON."""
    made: dict[str, Any] = json.loads(exported(source, "fideslang", "json").content)
    assert yaml.safe_load(exported(source, "fideslang", "yaml").content) == made
    return made


def unknown(made: dict[str, Any]) -> set[str]:
    """Return what is in a manifest and not in the models, or the taxonomy, of fideslang."""
    read = Taxonomy.model_validate(made)
    found = set(made) - set(Taxonomy.model_fields)
    for system, written in zip(read.system, made["system"], strict=True):
        found |= set(written) - set(type(system).model_fields)
        for one in system.privacy_declarations:
            found |= {one.data_use} - USES - {NOT_STATED}
            found |= set(one.data_categories) - KINDS
            found |= set(one.data_subjects) - SUBJECTS
        for said in written["privacy_declarations"]:
            found |= set(said) - set(type(one).model_fields)
    return found


@pytest.mark.parametrize("path", REGISTERS, ids=lambda path: path.stem)
def test_the_shops_are_accepted(path: Path) -> None:
    """The models take each shop, and ignore nothing of it."""
    assert unknown(manifest(path)) == set()


def test_whatever_a_register_says_is_accepted() -> None:
    """Hostile words, contradictions and gaps too."""
    for seed in range(DRAWN):
        assert unknown(manifest(drawn(seed))) == set(), seed


def test_a_purpose_becomes_a_declaration() -> None:
    """With its use, kinds of data, basis, period, and those with whom they are shared."""
    (shop, *others) = manifest(PLAIN)["system"]
    assert shop["privacy_declarations"][0] == {
        "name": "Deliver what was ordered",
        "data_use": "essential.service",
        "data_categories": [
            "user.name",
            "user.contact.address",
            "user.contact.email",
            "user.behavior.purchase_history",
        ],
        "data_subjects": ["customer"],
        "data_shared_with_third_parties": True,
        "third_parties": "Plain Parcels; Plain Hosting",
        "egress": ["carrier", "host"],
        "retention_period": "2 years, from delivery",
        "legal_basis_for_processing": "Contract",
        "flexible_legal_basis_for_processing": False,
    }
    (mailer,) = (one for one in others if one["fides_key"] == "mailer")
    assert mailer["responsibility"] == ["Processor"]
    assert mailer["legal_basis_for_transfers"] == ["SCCs"]


def test_silence_on_sharing_is_not_sharing_with_nobody() -> None:
    """What the statement says is written; where it is silent, the reader is warned."""
    purpose = "purposes: {orders: {kind: orders, data: [{categories: [name]%s}]}}\n"
    said = f"{SMALL}{purpose % ', recipients: []'}".encode()
    silent = f"{SMALL}{purpose % ''}".encode()
    warning = "Fideslang takes silence on recipients for sharing with nobody"
    assert (
        manifest(said)["system"][0]["privacy_declarations"][0]["data_shared_with_third_parties"]
        is False
    )
    assert warning not in messages(exported(said, "fideslang", "yaml"))
    assert warning in messages(exported(silent, "fideslang", "yaml"))


def test_a_purpose_without_a_use_gets_a_filler_that_is_told() -> None:
    """The taxonomy has no word for trust badges, and none is made to fit."""
    register = f"{SMALL}purposes: {{badge: {{kind: trust_badge}}}}\n".encode()
    assert manifest(register)["system"][0]["privacy_declarations"][0]["data_use"] == NOT_STATED
    told = messages(exported(register, "fideslang", "yaml"))
    assert "Fideslang asks for a use of its taxonomy: a filler stands in" in told


def test_a_statement_that_says_nothing_is_accepted() -> None:
    """The shop is a system that declares nothing."""
    made = manifest(SMALL.encode())
    assert unknown(made) == set()
    assert made["system"][0]["privacy_declarations"] == []
