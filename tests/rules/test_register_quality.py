"""The register itself: what nothing is known of, and what leads nowhere."""

from __future__ import annotations

import pytest

from privlint.knowledge.facts import Knowledge
from privlint.register.build import build
from privlint.rules.register_quality import reference_dangling
from privlint.source.reader import read

from ..conftest import DAY, SMALL
from .conftest import found, graded, raised

UNKNOWN = "kind: named, name: Unheard Of Hosting, country: null"
KNOWN = "kind: named, name: Unheard Of Hosting, vendor: hetzner"
CLAUSES = 'safeguard: scc, generation: "2021", copy: on_request'

CASES = [
    ("nothing is known of it", f"recipients: {{host: {{{UNKNOWN}}}}}", {"REG003 info"}),
    (
        "it is said where the data go",
        f"recipients: {{host: {{{UNKNOWN}, transfers: [{{country: US, {CLAUSES}}}]}}}}",
        set(),
    ),
    (
        "it is not said where outside they go",
        f"recipients: {{host: {{{UNKNOWN}, transfers: [{{country: unnamed, {CLAUSES}}}]}}}}",
        {"REG003 info"},
    ),
    (
        "it is said where it keeps the data",
        f"recipients: {{host: {{{UNKNOWN}}}}}\nstorage: [{{place: BE, by: host}}]",
        set(),
    ),
    (
        "another entry of that name is known",
        f"recipients: {{host: {{{UNKNOWN}}}, more: {{{KNOWN}}}}}",
        {"REG008 warning"},
    ),
]


@pytest.mark.parametrize(("what", "patch", "codes"), CASES, ids=[what for what, _, _ in CASES])
def test_what_the_statement_tells_of_a_company_is_something(
    what: str, patch: str, codes: set[str]
) -> None:
    """A country that is told anywhere is enough for the rules on transfers to speak."""
    assert {code for code in graded(patch) if code.startswith("REG")} == codes, what
    assert {code.split()[0] for code in codes} <= found(patch), "and so on a register of the shape"


def test_the_same_misspelt_id_is_explained_each_time() -> None:
    """A likeness that was found once serves for every place."""
    patch = "purposes: {orders: {recipients: [mialer]}, tax: {recipients: [mialer]}}"
    told = [flag.message for card, flag in raised(patch) if card.code == "REG007"]
    assert len(told) == 2
    assert all(message.endswith("did you mean `mailer`?") for message in told)


def test_a_likeness_is_looked_for_only_so_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of ids that lead nowhere are all found, without comparing each with each."""
    looked = 0

    def did_you_mean(_: str, __: object) -> str:
        nonlocal looked
        looked += 1
        return ""

    monkeypatch.setattr(reference_dangling, "did_you_mean", did_you_mean)
    refs = ", ".join(f"nobody{n}" for n in range(500))
    document = read(f"{SMALL}purposes: {{one: {{recipients: [{refs}]}}}}\n".encode())
    register = build(document.data, document.written)
    rule = reference_dangling.reference_dangling
    assert len(list(rule.check(register, Knowledge.load().as_of(DAY)))) == 500
    assert looked <= 50
