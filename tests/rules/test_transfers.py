"""Data that leave the EEA: what is lawful on which day, and which rule speaks where it is not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from privlint.catalogue import catalogue
from privlint.examples import flags
from privlint.knowledge.facts import Facts, Knowledge
from privlint.knowledge.tables import Tables, read

from ..conftest import DAY
from .conftest import found, graded, raised

HERE = "carrier: {country: BE, transfers: null}"
"""The carrier of the plain register is in Japan, where no decision held before 2019."""


def _sent(transfer: str, *, seat: str = "null", more: str = "") -> str:
    """Return a patch in which only the mailer is abroad, with one transfer."""
    return f"recipients: {{{HERE}, mailer: {{country: {seat}, transfers: [{transfer}]{more}}}}}\n"


def _told(patch: str, day: str) -> set[str]:
    """Return what the rules on transfers raise on a day."""
    graves = graded(patch, as_of=date.fromisoformat(day))
    return {code for code in graves if code.startswith("TRF")}


NONE: dict[str, list[str]] = {}
TRF002, TRF004, TRF005 = (f"TRF00{n} error" for n in (2, 4, 5))
ASKED = "TRF006 info"

DAYS: dict[str, dict[str, dict[str | None, str]]] = {
    "US": {
        "2018-06-01": {None: TRF002, "dpf": TRF005, "safe_harbour": TRF004},
        "2020-07-15": {None: TRF002, "dpf": TRF005},
        "2020-07-16": {None: TRF002, "adequacy": TRF005, "dpf": TRF005, "privacy_shield": TRF004},
        "2023-07-09": {None: TRF002, "adequacy": TRF005, "dpf": TRF005, "privacy_shield": TRF004},
        "2023-07-10": {None: TRF002, "adequacy": ASKED, "dpf": ASKED, "privacy_shield": TRF004},
        "2026-11-22": {None: TRF002, "adequacy": ASKED, "dpf": ASKED, "privacy_shield": TRF004},
    },
    "GB": {
        "2018-06-01": {},
        "2021-06-27": {},
        "2021-06-28": {None: TRF002, "dpf": TRF005},
        "2026-11-22": {None: TRF002, "dpf": TRF005},
    },
    "JP": {
        "2018-06-01": {None: TRF002, "adequacy": TRF005},
        "2019-01-22": {None: TRF002, "adequacy": TRF005},
        "2019-01-23": {None: TRF002},
        "2026-11-22": {None: TRF002, "dpf": TRF005},
    },
    "KR": {
        "2020-07-16": {None: TRF002, "adequacy": TRF005},
        "2021-09-27": {None: TRF002, "adequacy": TRF005},
        "2021-12-16": {None: TRF002, "adequacy": TRF005},
        "2021-12-17": {None: TRF002},
        "2022-12-28": {None: TRF002},
    },
    "CH": {
        "2018-06-01": {None: TRF002},
        "2020-07-16": {None: TRF002},
        "2023-07-10": {None: TRF002, "dpf": TRF005},
    },
}
"""By country and day: what is found where nothing, or this, is told to protect the data."""

ASKED_OF = {
    "US": (None, "adequacy", "dpf", "privacy_shield", "safe_harbour"),
    "GB": (None, "adequacy", "dpf", "privacy_shield"),
}
CASES = [
    (country, day, safeguard, told.get(safeguard))
    for country, days in DAYS.items()
    for day, told in days.items()
    for safeguard in sorted({*told, *ASKED_OF.get(country, (None, "adequacy"))}, key=str)
]


@pytest.mark.parametrize(("country", "day", "safeguard", "expected"), CASES)
def test_a_decision_covers_a_country_on_its_days(
    country: str, day: str, safeguard: str | None, expected: str | None
) -> None:
    """Of each transfer one rule speaks, or none."""
    if (country, safeguard) == ("US", "safe_harbour"):
        expected = TRF004  # it fell before the GDPR applied
    if (country, safeguard) == ("GB", "privacy_shield"):
        inside = day < "2021-06-28"
        expected = None if inside else TRF004
    key = "" if safeguard is None else f", safeguard: {safeguard}"
    told = _told(_sent(f"{{country: {country}{key}}}", seat=country), day)
    assert told == ({expected} if expected else set())


CLAUSES = [
    ("2010", None, "2022-12-27", set()),
    ("2010", None, "2022-12-28", {TRF004}),
    ("2001", None, "2022-12-28", {TRF004}),
    ("2004", None, "2022-12-28", {TRF004}),
    ("2010", "2021-09-26", "2021-09-27", set()),
    ("2010", "2021-09-27", "2021-09-27", {TRF004}),
    ("2010", "2021-09-27", "2021-09-26", set()),
    ("2021", None, "2021-06-28", set()),
    ("2021", "2021-09-27", "2022-12-28", set()),
]


@pytest.mark.parametrize(("generation", "signed", "day", "expected"), CLAUSES)
def test_clauses_hold_until_their_last_day(
    generation: str, signed: str | None, day: str, expected: set[str]
) -> None:
    """The old sets carried contracts of before 27 September 2021 until 27 December 2022."""
    date_key = f', contract_date: "{signed}"' if signed else ""
    clauses = f'{{country: US, safeguard: scc, generation: "{generation}", copy: link{date_key}}}'
    assert _told(_sent(clauses), day) == expected


def test_a_framework_that_has_ended_is_a_safeguard_that_has_fallen() -> None:
    """TRF004 owns what is dead; TRF005 and TRF006 are silent, whichever decision it is."""
    rows = read()
    changed: dict[str, Any] = {
        table: {
            key: {**row, "until": "2026-01-01"} if key in {"US-DPF", "dpf"} else row
            for key, row in content.items()
        }
        for table, content in rows.rows.items()
    }
    knowledge = Knowledge(Tables(rows.checked, changed, rows.names))
    patch = f"\n{_sent('{country: US, safeguard: dpf}')}"
    facts: Facts = knowledge.as_of(DAY)
    assert {code for _, code in flags(patch, "", catalogue(), facts)} == {"TRF004"}


BARE = "{country: US}"
EMPTY = "{country: US, safeguard: unnamed}"
SET = '{country: US, safeguard: scc, generation: "2021", copy: link}'
ALL = "general: {transfers: [%s]}\n"
FOR_ALL = ALL % '{safeguard: scc, generation: "2021", copy: on_request}'
ONE_OF_MANY = "{country: unnamed, when: possibly}"
IN_WORDS = "{country: unnamed, safeguard: unnamed}"

TOGETHER = [
    ("one sentence names the clauses for all", _sent(BARE, seat="US") + FOR_ALL, set()),
    ("and a recipient is only seated there", _sent("", seat="US") + FOR_ALL, set()),
    ("empty words at one, clauses for all", _sent(EMPTY, seat="US") + FOR_ALL, set()),
    (
        "a copy is told for all",
        _sent("{country: US, safeguard: scc}", seat="US") + FOR_ALL,
        set(),
    ),
    (
        "some data leave, and each transfer is told",
        _sent(SET, seat="US") + ALL % ONE_OF_MANY,
        set(),
    ),
    ("the same in empty words", _sent(SET, seat="US") + ALL % IN_WORDS, set()),
    ("some go to the US, as told below", _sent(SET, seat="US") + ALL % BARE, set()),
    (
        "empty words for all, and one recipient of whom nothing is told",
        f"recipients: {{{HERE}, host: {{country: US}}, mailer: {{country: US, "
        f"transfers: [{SET}]}}}}\n" + ALL % IN_WORDS,
        {"TRF002 error"},
    ),
    (
        "empty words for all, and nothing else",
        _sent("", seat="US") + ALL % IN_WORDS,
        {"TRF003 error"},
    ),
    (
        "all goes to Japan; the mailer is in India",
        _sent("", seat="IN") + ALL % "{country: JP, safeguard: adequacy}",
        {"TRF002 error"},
    ),
    (
        "the old name stands beside a safeguard that holds",
        _sent(f"{{country: US, safeguard: privacy_shield}}, {SET}"),
        {"TRF004 warning"},
    ),
    (
        "two safeguards, and both are gone",
        _sent(
            "{country: US, safeguard: privacy_shield}, "
            '{country: US, safeguard: scc, generation: "2010", copy: link}'
        ),
        {"TRF004 error"},
    ),
]

SENT_ON = "by_recipient: true"
CONTROLLER = ", role: controller, agreement: null, sub_processors: null"
ROLES = [
    (
        "a processor sends on, without a safeguard",
        _sent(f"{{country: IN, {SENT_ON}}}"),
        {"TRF002 error"},
    ),
    (
        "a controller does",
        _sent(f"{{country: IN, {SENT_ON}}}", more=CONTROLLER),
        {"TRF002 warning"},
    ),
    (
        "a controller sends on in empty words",
        _sent(f"{{country: IN, safeguard: unnamed, {SENT_ON}}}", more=CONTROLLER),
        {"TRF003 warning"},
    ),
    (
        "a controller sends on under the Privacy Shield",
        _sent(f"{{country: US, safeguard: privacy_shield, {SENT_ON}}}", more=CONTROLLER),
        {"TRF004 warning"},
    ),
    (
        "a controller sends on under a decision that is not there",
        _sent(f"{{country: IN, safeguard: adequacy, {SENT_ON}}}", more=CONTROLLER),
        {"TRF005 warning"},
    ),
    (
        "a controller sends on under binding rules, without country and copy",
        _sent(f"{{safeguard: bcr, {SENT_ON}}}", more=CONTROLLER),
        {"TRF007 info", "TRF008 warning"},
    ),
    (
        "all data of an American company are said to be kept in Germany",
        _sent("", seat="US") + "storage: [{place: DE, by: mailer}]\n",
        {"TRF002 warning"},
    ),
    (
        "of an American company no transfer is said to happen",
        _sent("{status: excluded}", seat="US"),
        {"CST001 warning"},
    ),
]

CLOUD = "name: Cloudflare, vendor: cloudflare"
GROUP = "name: Google Workspace, vendor: google-workspace, country: IE"
FRAMEWORK = "country: US, safeguard: dpf"
LISTED = [
    ("a listed company", _sent(f"{{{FRAMEWORK}}}", more=f", {CLOUD}"), set()),
    ("its framework alone names the country", _sent("{safeguard: dpf}", more=f", {CLOUD}"), set()),
    ("a company that nobody looked up", _sent("{safeguard: dpf}"), {"TRF006 info"}),
    (
        "the parent of a European company is named",
        f"recipients: {{mailer: {{{GROUP}, transfers: [{{{FRAMEWORK}, importer: Google LLC}}]}}}}",
        set(),
    ),
    (
        "somebody else is named",
        f"recipients: {{mailer: {{{GROUP}, transfers: [{{{FRAMEWORK}, importer: Else Inc.}}]}}}}",
        {"TRF006 info"},
    ),
    (
        "one sentence for those in the United States, who are listed",
        _sent("", seat="US", more=f", {CLOUD}").replace("transfers: []", "transfers: null")
        + ALL % f"{{{FRAMEWORK}}}",
        set(),
    ),
    (
        "the framework does not cover India",
        _sent("{country: IN, safeguard: dpf}"),
        {"TRF005 error"},
    ),
]

WHERE = [
    ("clauses that may be those with any processor", _sent("{safeguard: scc}"), {"TRF007 info"}),
    (
        "clauses for data that are said to leave",
        _sent("{country: unnamed, safeguard: scc}"),
        {"TRF007 warning", "TRF008 error"},
    ),
    (
        "clauses of 2021 for a transfer",
        _sent('{safeguard: scc, generation: "2021"}'),
        {"TRF007 warning", "TRF008 error"},
    ),
    (
        "the seat is the country",
        _sent('{safeguard: scc, generation: "2021", copy: link}', seat="IN"),
        set(),
    ),
    (
        "clauses for all, of whom each is seated where it is told",
        _sent("", seat="IN").replace("transfers: []", "transfers: null") + FOR_ALL,
        set(),
    ),
    (
        "clauses for all, of whom one is nowhere",
        f"recipients: {{{HERE}, host: {{country: null}}, mailer: {{country: IN, "
        f"transfers: null}}}}\n" + FOR_ALL,
        {"TRF007 warning"},
    ),
]

KNOWN = [
    (
        "a company is known to be outside",
        f"recipients: {{host: {{{CLOUD}, country: null}}}}",
        {"TRF001 warning"},
    ),
    (
        "clauses are told for everybody outside, and no country",
        f"recipients: {{{HERE}, mailer: {{country: BE, transfers: null}}, "
        f"host: {{{CLOUD}, country: null}}}}\n" + FOR_ALL,
        {"TRF007 warning"},
    ),
    (
        "a decision on Japan is told, and the company is American",
        f"recipients: {{host: {{{CLOUD}, country: null}}}}\n"
        + ALL % "{country: JP, safeguard: adequacy}",
        {"TRF001 warning"},
    ),
]


@pytest.mark.parametrize(
    ("what", "patch", "expected"), [*TOGETHER, *ROLES, *LISTED, *WHERE, *KNOWN]
)
def test_sentences_on_transfers_are_read_together(
    what: str, patch: str, expected: set[str]
) -> None:
    """What one passage tells of a transfer need not stand in another."""
    assert what
    assert graded(patch) == expected


def test_clauses_of_the_commission_were_for_transfers_before_there_were_others() -> None:
    """Until 26 June 2021 there was no set for contracts between controllers and processors."""
    patch = _sent("{safeguard: scc}")
    assert _told(patch, "2021-06-26") == {"TRF007 warning", "TRF008 error"}
    assert _told(patch, "2021-06-27") == {"TRF007 info"}


def test_a_list_is_only_known() -> None:
    """That a company is not on a list makes a warning, however sure that is."""
    rows = read()
    changed: dict[str, Any] = {
        table: {
            key: {**row, "dpf_status": "none"} if (table, key) == ("vendors", "cloudflare") else row
            for key, row in content.items()
        }
        for table, content in rows.rows.items()
    }
    patch = f"\n{_sent(f'{{{FRAMEWORK}}}', more=f', {CLOUD}')}"
    facts = Knowledge(Tables(rows.checked, changed, rows.names)).as_of(DAY)
    assert {code for _, code in flags(patch, "", catalogue(), facts)} == {"TRF005"}


def test_a_promise_about_others_is_not_shown() -> None:
    """TRF001 shows the promises that are about the company, and no others."""
    claims = "claims: [{claim: data_in_eea, about: [%s]}]\n"
    host = f"recipients: {{host: {{{CLOUD}, country: null}}}}\n"
    for name, shown in (("host", 1), ("payment_provider", 0)):
        ((card, flag),) = raised(host + claims % name)
        assert (card.code, len(flag.related)) == ("TRF001", shown)
    assert found(host + claims % "host") == {"TRF001"}
