"""The catalogues: everything translated, nothing left over, and compiled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

import privlint.exporters.statement as package
from privlint.exporters.statement import LANGUAGES
from privlint.exporters.statement.labels import LABELS
from privlint.exporters.statement.telling import LOCALES
from privlint.schema.store import schema

TRANSLATED = [lang for lang in LANGUAGES if lang != "en"]
KEYWORDS = {"mark": None, "say": None, "word": None, "mark_plural": (1, 2)}
HOLDER = re.compile(r"\{\w+\}")

every_translation = pytest.mark.parametrize("lang", TRANSLATED)


def folder(lang: str) -> Path:
    """Return where the catalogue of a language lies."""
    return LOCALES / lang / "LC_MESSAGES"


def catalogue(lang: str) -> Catalog:
    """Read a catalogue."""
    with (folder(lang) / "statement.po").open("rb") as file:
        return read_po(file, locale=lang, domain="statement")


def messages(lang: str) -> Iterator[Message]:
    """Yield the messages of a catalogue, without its head."""
    return (message for message in catalogue(lang) if message.id)


def forms(text: object) -> tuple[str, ...]:
    """Return the forms of a text: one, or that for one thing and that for several."""
    return tuple(map(str, text)) if isinstance(text, tuple | list) else (str(text),)


def written() -> Catalog:
    """Collect the texts that stand in the sources."""
    found = Catalog()
    sources = Path(package.__file__).parent
    for name, _, text, _, _ in extract_from_dir(
        sources, method_map=[("**.py", "python")], keywords=KEYWORDS
    ):
        found.add(text, locations=[(name, None)])  # type: ignore[list-item]
    return found


def compiled(lang: str) -> bytes:
    """Compile a catalogue."""
    file = BytesIO()
    write_mo(file, catalogue(lang))
    return file.getvalue()


@pytest.fixture(autouse=True, scope="module")
def _renewed(request: pytest.FixtureRequest) -> None:
    """With `--update-golden`, take over new texts (untranslated as yet), and compile."""
    if not request.config.getoption("--update-golden"):
        return
    for lang in TRANSLATED:
        known = catalogue(lang)
        known.update(written(), no_fuzzy_matching=True)
        known.obsolete.clear()
        file = BytesIO()
        write_po(file, known, width=0, include_lineno=False)
        (folder(lang) / "statement.po").write_bytes(file.getvalue())
        (folder(lang) / "statement.mo").write_bytes(compiled(lang))


@every_translation
def test_every_text_is_in_every_catalogue_and_no_other(lang: str) -> None:
    """What is said in English is said in the others."""
    assert {m.id for m in messages(lang)} == {m.id for m in written() if m.id}


@every_translation
def test_every_text_is_translated(lang: str) -> None:
    """Each form of each text; a translation that is only guessed does not count."""
    for message in messages(lang):
        assert all(forms(message.string)), message.id
        assert not message.fuzzy, message.id


@every_translation
def test_translations_have_the_same_places_for_values(lang: str) -> None:
    """No value is lost, and none is asked for that is not there."""
    for message in messages(lang):
        wanted = sorted(HOLDER.findall(forms(message.id)[-1]))
        for text in forms(message.string):
            assert sorted(HOLDER.findall(text)) == wanted, message.id


@every_translation
def test_translations_end_as_the_texts_do(lang: str) -> None:
    """A sentence stays a sentence, and a label a label."""
    for message in messages(lang):
        if isinstance(message.id, str) and message.id != "; ":
            texts = (*forms(message.id), *forms(message.string))
            assert len({text[-1] if text[-1] in ".?:" else "" for text in texts}) == 1, message.id


@every_translation
def test_catalogues_are_compiled(lang: str) -> None:
    """So that what is installed reads them without a step by hand (`pytest --update-golden`)."""
    assert (folder(lang) / "statement.mo").read_bytes() == compiled(lang)


DEFS = schema("register")["$defs"]
OWN_WORDS = {"other", "not_stated", "unnamed", "unspecified"}
"""Terms that say that the vocabulary has no name for it: the register's words stand there."""

VOCABULARIES = {
    "data": DEFS["category"]["enum"],
    "people": DEFS["data_subjects"]["items"]["enum"],
    "source": DEFS["data_group"]["properties"]["source"]["anyOf"][0]["enum"],
    "called": DEFS["data_group"]["properties"]["called"]["anyOf"][0]["enum"],
    "purpose": DEFS["purpose"]["properties"]["kind"]["enum"],
    "basis": DEFS["legal_basis"]["properties"]["basis"]["enum"],
    "basis_short": DEFS["legal_basis"]["properties"]["basis"]["enum"],
    "article_9": DEFS["legal_basis"]["properties"]["article_9"]["enum"],
    "collected": DEFS["legal_basis"]["properties"]["collected"]["enum"],
    "whose": DEFS["legal_basis"]["properties"]["whose"]["items"]["enum"],
    "role": DEFS["recipient"]["properties"]["role"]["enum"],
    "safeguard": DEFS["transfer"]["properties"]["safeguard"]["enum"],
    "derogation": DEFS["transfer"]["properties"]["derogation"]["enum"],
    "copy": DEFS["transfer"]["properties"]["copy"]["enum"],
    "from": DEFS["retention_entry"]["properties"]["from"]["enum"],
    "until": DEFS["retention_entry"]["properties"]["until"]["enum"],
    "criterion": DEFS["retention_entry"]["properties"]["criterion"]["enum"],
    "bound": DEFS["retention_entry"]["properties"]["bound"]["enum"],
    "then": DEFS["retention_entry"]["properties"]["then"]["enum"],
    "form": DEFS["retention_entry"]["properties"]["form"]["enum"],
    "way": [
        *DEFS["channels"]["items"]["enum"],
        *DEFS["exercise"]["properties"]["channels"]["items"]["enum"],
        *DEFS["withdrawal"]["properties"]["how"]["items"]["enum"],
        *DEFS["general"]["properties"]["collected"]["items"]["enum"],
        *DEFS["controller"]["properties"]["channels"]["items"]["properties"]["channel"]["enum"],
    ],
    "cookie": DEFS["cookie"]["properties"]["kind"]["enum"],
    "serves": DEFS["cookie"]["properties"]["serves"]["items"]["enum"],
    "party": DEFS["cookie"]["properties"]["party"]["enum"],
    "technology": DEFS["cookies"]["properties"]["technologies"]["items"]["enum"],
    "measure": DEFS["security"]["properties"]["measures"]["items"]["properties"]["measure"]["enum"],
    "minor": DEFS["minor"]["properties"]["position"]["enum"],
    "required": DEFS["provision"]["properties"]["required"]["enum"],
    "required_by": DEFS["provision"]["properties"]["by"]["enum"],
    "document": DEFS["document"]["properties"]["kind"]["enum"],
    "embed": DEFS["embed"]["properties"]["what"]["enum"],
}
"""Where the schema lists what a vocabulary has."""


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_every_term_that_a_register_can_use_has_a_name(vocabulary: str) -> None:
    """And none has a name that no register can use."""
    terms, names = set(VOCABULARIES[vocabulary]), set(LABELS[vocabulary])
    assert names <= terms
    assert terms - names <= OWN_WORDS
