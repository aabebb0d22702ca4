"""What a statement tells of data that go abroad, asked of the register."""

from __future__ import annotations

from privlint.register import Register, Transfer
from privlint.register.abroad import (
    is_summary,
    is_told_beside,
    is_transfer_told,
    promises_of_eea,
    vendors_of,
)
from privlint.register.build import build
from privlint.source.reader import read

from ..conftest import SMALL

TOLD = """
recipients:
  cloud:
    vendor: cloudflare
    country: US
    transfers: [{country: US, safeguard: scc, copy: link}]
  packer: {country: IN}
general:
  transfers:
    - {country: unnamed, safeguard: unnamed}
    - {country: JP, safeguard: adequacy, recipients: [packer]}
    - {status: excluded}
    - {status: excluded, country: CN}
claims:
  - {claim: data_in_eea, about: [cloud]}
  - {claim: data_in_eea, except: some}
  - {claim: partners_in_eea}
"""


def _register() -> Register:
    document = read(f"{SMALL}{TOLD}".encode())
    return build(document.data, document.written)


def _transfers(register: Register) -> list[Transfer]:
    return sorted(register.all(Transfer), key=lambda transfer: str(transfer.where))


def test_a_sentence_on_everybody_sums_up_what_is_told_of_each() -> None:
    """Empty words are no more than that where a country and a safeguard are told."""
    register = _register()
    wide, japan, *_, cloud = _transfers(register)
    assert [is_summary(one, register) for one in (wide, japan, cloud)] == [True, False, False]
    assert is_told_beside(wide, register, lambda other: other.copy == "link")
    assert not is_told_beside(cloud, register, lambda other: other.names_country)


def test_a_transfer_is_told_for_who_is_meant() -> None:
    """Neither a summary nor a sentence on another country is about a recipient."""
    register = _register()
    cloud, packer = register.recipients.values()
    assert is_transfer_told(cloud, "US", register)
    assert is_transfer_told(packer, "JP", register)
    assert not is_transfer_told(packer, "IN", register)


def test_who_imports_is_whom_a_transfer_is_about() -> None:
    """The recipient that states it, those that it lists, or nobody who is known."""
    register = _register()
    wide, japan, *_, cloud = _transfers(register)
    assert vendors_of(cloud, register) == ("cloudflare",)
    assert vendors_of(japan, register) == (None,)
    assert vendors_of(wide, register) == (None,)


def test_a_promise_is_about_whom_it_names() -> None:
    """What has an exception, or is of one country, promises nothing for all."""
    told = [(one.of, one.is_about_seats) for one in promises_of_eea(_register())]
    assert told == [(frozenset({"cloud"}), False), (None, True), (None, False)]
