"""What a statement says: every fact of the register, the rights that apply, and the gaps."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from privlint.exporters.statement.blocks import in_words
from privlint.exporters.statement.labels import LABELS
from privlint.exporters.statement.telling import Telling, catalogue
from privlint.knowledge.facts import Knowledge
from privlint.linting import lint
from privlint.register import (
    CategoryEntry,
    LegalBasis,
    Provision,
    Purpose,
    Register,
    RetentionEntry,
    Transfer,
)
from privlint.register.build import build
from privlint.schema.store import schema
from tests.conftest import DAY, ROOT, Golden, terms
from tests.test_any_register import Drawer

from .conftest import (
    PLAIN,
    every_language,
    every_register,
    markdown,
    plain_with,
    read_file,
    read_page,
    shop_text,
    small_with,
    write,
)

FACTS = Knowledge.load().as_of(DAY)


def spoken(lang: str, vocabulary: str, term: str) -> str:
    """Return a label in a language."""
    return catalogue(lang).gettext(LABELS[vocabulary][term])


def names(register: Register) -> Iterator[str]:
    """Yield what the register says in its own words, of what Art. 13 asks for."""
    controller = register.controller
    if controller is not None:
        yield from filter(None, (controller.name, controller.email, controller.phone))
    if register.dpo is not None:
        yield from filter(None, (register.dpo.name, register.dpo.email))
    yield from (one.name for one in register.recipients.values() if one.name)
    yield from (one.title for one in register.purposes.values() if one.title)
    for basis in register.all(LegalBasis):
        if isinstance(basis.within(Purpose), Purpose):
            yield from filter(None, (basis.interest, basis.law, basis.reason))
    yield from (one.consequence for one in register.all(Provision) if one.consequence)


def labels(register: Register, lang: str) -> Iterator[str]:
    """Yield what it says in words of its vocabularies, in a language."""
    t = Telling(register, lang, FACTS)
    for purpose in register.purposes.values():
        for group in purpose.data:
            yield from (spoken(lang, "data", entry.id) for entry in group.categories)
            yield from (spoken(lang, "source", source) for source in group.source)
    for basis in register.bases_in_use():
        yield spoken(lang, "basis", basis.basis)
    for kept in register.kept():
        if kept.entry.period:
            yield in_words(t.period(kept.entry.period))
        if kept.entry.until and kept.entry.until in LABELS["until"]:
            yield spoken(lang, "until", kept.entry.until)
    for transfer in register.all(Transfer):
        if transfer.happens and transfer.names_country and transfer.country:
            yield FACTS.country_name(transfer.country, lang)
        if transfer.happens and transfer.safeguard and transfer.safeguard != "unnamed":
            yield spoken(lang, "safeguard", transfer.safeguard)


@every_language
@every_register
def test_every_fact_of_article_13_is_told(path: Path, lang: str) -> None:
    """Names, data, sources, bases, periods, recipients, countries and safeguards."""
    register, text = read_file(path), shop_text(path, lang)
    for fact in (*names(register), *labels(register, lang)):
        assert " ".join(fact.split()).rstrip(".") in text, fact


@every_language
@every_register
def test_nothing_of_another_language_stands_in_it(path: Path, lang: str) -> None:
    """The headings of the others do not occur."""
    text = shop_text(path, lang)
    heading = "How you use your rights"
    for other in ("en", "nl", "fr", "de"):
        assert (catalogue(other).gettext(heading) in text) == (other == lang)


@every_language
@pytest.mark.parametrize("output_format", ["markdown", "html"])
def test_any_register_can_be_written(lang: str, output_format: str) -> None:
    """Whatever it says, and however little sense it makes."""
    for seed in range(25):
        drawn = Drawer(seed).draw(schema("register"))
        done = lint("drawn.yaml", json.dumps(drawn).encode(), terms(rules=()))
        if done.document is not None:
            register = build(done.document.data, done.document.written)
            assert write(register, lang, output_format).content


@every_language
def test_the_statement_of_the_plain_shop_reads_as_it_should(lang: str, golden: Golden) -> None:
    """The whole text, to be read by people when it changes."""
    text = markdown(read_file(PLAIN), lang)
    golden.check(ROOT / "tests" / "golden" / "statement" / f"plain.{lang}.md", text)


# ---- rights


def resting_on(*bases: str) -> Register:
    """Return the plain shop with one purpose, on these legal bases."""
    purpose = {
        "title": "Do things",
        "legal_basis": [{"basis": basis} for basis in bases],
        "data": [{"categories": ["name"], "recipients": []}],
    }
    return plain_with(purposes={"orders": purpose}, cookies=None, recipients=None)


RIGHTS = {
    ("consent",): {"erasure", "portability", "withdraw_consent"},
    ("contract",): {"erasure", "portability"},
    ("legal_obligation",): set[str](),
    ("legitimate_interests",): {"erasure", "object"},
    ("public_task",): {"erasure", "object"},
    ("vital_interests",): {"erasure"},
    ("soft_opt_in",): {"erasure", "object_direct_marketing"},
    ("consent", "legitimate_interests"): {"erasure", "portability", "withdraw_consent", "object"},
    (): set[str](),
}
ALWAYS = {"access", "rectification", "restriction"}


@every_language
@pytest.mark.parametrize("bases", RIGHTS, ids="+".join)
def test_the_rights_are_those_that_the_legal_bases_give(bases: tuple[str, ...], lang: str) -> None:
    """Portability on consent and contract only, objection on interests only, and so on."""
    text = read_page(resting_on(*bases), lang).text
    told = {right for right in LABELS["right_told"] if spoken(lang, "right_told", right) in text}
    assert told == ALWAYS | RIGHTS[bases]


def test_a_right_that_depends_on_a_missing_basis_is_left_open() -> None:
    """And the purpose is named."""
    assert "we cannot say which other rights you have there: Do things" in markdown(resting_on())


def test_advertising_can_always_be_objected_to() -> None:
    """Whatever it rests on (Art. 21(2) GDPR)."""
    register = read_file(PLAIN)
    assert "You may object to direct marketing at any time." in markdown(register)


def test_a_decision_by_a_machine_gives_the_right_to_a_person() -> None:
    """Where it is taken by a machine alone; nobody promises it elsewhere."""
    decision = {"what": "refuse credit", "automated": "yes", "logic": "a score"}
    register = plain_with(automated_decisions={"status": "used", "decisions": [decision]})
    text = markdown(register)
    assert "You need not accept a decision" in text
    assert "How it works: a score." in text
    assert "not stated: what follows for you" in text
    assert "You need not accept a decision" not in markdown(plain_with())


def test_a_right_of_the_register_that_does_not_exist_is_left_out_and_reported() -> None:
    """The register gives a right to object; consent alone does not."""
    told = [loss.message for loss in write(resting_on("consent")).losses]
    assert "`object` is left out: no legal basis that is stated gives it" in told


# ---- authorities


@pytest.mark.parametrize(
    ("lang", "name", "site"),
    [
        ("nl", "Gegevensbeschermingsautoriteit", "www.gegevensbeschermingsautoriteit.be"),
        ("fr", "Autorité de protection des données", "www.autoriteprotectiondonnees.be"),
        ("de", "Datenschutzbehörde", "www.gegevensbeschermingsautoriteit.be"),
        ("en", "Belgian Data Protection Authority", "www.gegevensbeschermingsautoriteit.be"),
    ],
)
def test_the_authority_is_that_of_the_shop_with_its_address(
    lang: str, name: str, site: str
) -> None:
    """By its name in the reader's language, where that is official."""
    text = markdown(small_with(), lang)
    assert name in text
    assert site in text
    assert "1000 Brussel" in text


def test_an_outdated_name_of_an_authority_is_replaced_and_reported() -> None:
    """The statement names the authority of the day."""
    complaint: dict[str, Any] = {"authorities": [{"name": "Privacycommissie"}]}
    done = write(plain_with(complaint=complaint))
    assert "Privacycommissie" not in done.content.decode()
    assert any("`Privacycommissie` is left out" in loss.message for loss in done.losses)


# ---- gaps

GAPS = (
    "the date of the statement",
    "who the controller is",
    "how to reach the controller",
    "whether there is a data protection officer",
    "what we use your data for",
    "whether you must give us data, and what happens if you do not",
    "who gets your data",
    "whether your data leave the European Economic Area",
    "whether we use cookies, and which",
    "whether machines take decisions about you",
    "how you use your rights",
    "which other rights you have, as no legal basis is stated",
)


@every_language
def test_silence_is_a_gap_that_can_be_seen(lang: str) -> None:
    """A statement that says nothing lacks every item, and invents none."""
    page = read_page(small_with(), lang)
    for gap in GAPS:
        assert catalogue(lang).gettext(gap) in page.text, gap
    marks = [attributes for tag, attributes in page.tags if tag == "mark"]
    assert len(marks) > len(GAPS)
    assert {attributes["class"] for attributes in marks} == {"gap"}


def test_the_gaps_are_counted_each_once() -> None:
    """On top stands how many there are; that the summary repeats some does not make more."""
    text = markdown(small_with())
    number = int(text.split(" things are not stated")[0].rsplit(maxsplit=1)[-1])
    summary, _, details = text.partition("## Who we are")
    assert "not stated: who the controller is" in summary
    assert number == details.count("[not stated: ") + 1  # the date stands above


@every_language
def test_what_nobody_has_looked_at_is_no_gap_of_the_statement(lang: str) -> None:
    """It is shown as what it is, and listed on top."""
    todo = "todo: [dpo, cookies]\n"
    page = read_page(small_with(todo), lang)
    marks = [attributes["class"] for tag, attributes in page.tags if tag == "mark"]
    assert marks.count("todo") == 4
    told = catalogue(lang).gettext("still to be looked at: {what}").partition("{")[0]
    assert page.text.count(" ".join(told.split())) == 2


def test_an_explicit_no_is_no_gap() -> None:
    """Nobody gets the data, nobody is appointed, nothing is decided by machines."""
    text = markdown(resting_on("contract"))
    assert "| nobody |" in text
    assert "We have not appointed a data protection officer." in text
    assert "No machine takes decisions alone" in text


def test_a_safeguard_that_has_fallen_is_told_and_reported() -> None:
    """The register's word stands, and so does that it no longer holds."""
    recipients = {
        "host": {"name": "H", "transfers": [{"country": "US", "safeguard": "privacy_shield"}]}
    }
    done = write(plain_with(recipients=recipients))
    assert "the EU-US Privacy Shield; No longer valid on 22 November 2026" in done.content.decode()
    assert any("`privacy_shield` carries no transfer" in loss.message for loss in done.losses)


def test_data_that_share_their_fate_stand_in_one_row() -> None:
    """A purpose is not told twice over for two groups of data that differ in their source."""
    groups = [
        {"categories": ["name"], "source": "data_subject"},
        {"categories": ["age"], "source": "observed"},
    ]
    text = markdown(plain_with(purposes={"orders": {"title": "Do things", "data": groups}}))
    assert text.count("| Do things |") == 1


# ---- words

PERIODS = {
    "P1Y": ("1 year", "1 jaar", "1 an", "1 Jahr"),
    "P7Y": ("7 years", "7 jaar", "7 ans", "7 Jahre"),
    "P0D": ("0 days", "0 dagen", "0 jour", "0 Tage"),
    "P1M": ("1 month", "1 maand", "1 mois", "1 Monat"),
    "P18M": ("18 months", "18 maanden", "18 mois", "18 Monate"),
    "P2W": ("2 weeks", "2 weken", "2 semaines", "2 Wochen"),
    "P90D": ("90 days", "90 dagen", "90 jours", "90 Tage"),
    "PT12H": ("12 hours", "12 uur", "12 heures", "12 Stunden"),
    "P1Y1M": ("1 year and 1 month", "1 jaar en 1 maand", "1 an et 1 mois", "1 Jahr und 1 Monat"),
}


@pytest.mark.parametrize("iso", PERIODS)
def test_periods_are_told_in_words(iso: str) -> None:
    """With the plural of the language: French counts 0 as one."""
    tellings = [Telling(small_with(), lang, FACTS) for lang in ("en", "nl", "fr", "de")]
    assert tuple(in_words(t.period(iso)) for t in tellings) == PERIODS[iso]


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "As of 1 March 2026."),
        ("nl", "Versie van 1 maart 2026."),
        ("fr", "En date du 1er mars 2026."),
        ("de", "Stand: 1. März 2026."),
    ],
)
def test_days_are_told_in_words(lang: str, told: str) -> None:
    """As people of the language write them."""
    assert told in markdown(plain_with(statement={"date": "2026-03-01"}), lang)


def test_categories_are_said_in_the_words_of_the_statement_too() -> None:
    """Where the register keeps two wordings apart, both stand there; the same word only once."""
    entries = [{"is": "name", "words": "voornaam"}, {"is": "email", "words": "e-mailadres"}]
    group = {"categories": entries}
    register = plain_with(purposes={"orders": {"title": "T", "data": [group]}})
    assert register.all(CategoryEntry)
    assert "naam (voornaam) en e-mailadres |" in markdown(register, "nl")


def test_a_criterion_without_a_name_is_told_in_the_words_of_the_register() -> None:
    """A term that says "other" says nothing."""
    retention = {"until": "other", "words": "until the comet comes back"}
    groups = [{"categories": ["name"], "retention": retention}]
    register = plain_with(purposes={"orders": {"title": "T", "data": groups}})
    assert register.all(RetentionEntry)
    assert "| until the comet comes back |" in markdown(register)
