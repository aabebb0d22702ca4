"""The catalogues of cards and messages: everything is in them, nothing is left over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from privlint.schema.store import schema
from privlint.translation.catalogues import CARDS, LOCALES, MESSAGES, languages
from privlint.translation.templates import template

from .extraction import extracted, holders

TRANSLATED = languages()[1:]

HOLDER = re.compile(r"\{(\w+)\}")

every_language = pytest.mark.parametrize("lang", TRANSLATED)
every_catalogue = pytest.mark.parametrize("domain", [CARDS, MESSAGES])


def path(lang: str, domain: str, ending: str = "po") -> Path:
    """Return where a catalogue lies."""
    return LOCALES / lang / "LC_MESSAGES" / f"{domain}.{ending}"


def written(lang: str, domain: str) -> Catalog:
    """Read a catalogue."""
    if not path(lang, domain).exists():
        return Catalog(locale=lang, domain=domain, project="privlint")
    with path(lang, domain).open("rb") as file:
        return read_po(file, locale=lang, domain=domain)


def messages(lang: str, domain: str) -> Iterator[Message]:
    """Yield the entries of a catalogue, without its head."""
    return (message for message in written(lang, domain) if message.id)


def forms(text: object) -> tuple[str, ...]:
    """Return the forms of a text: one, or that for one thing and that for several."""
    return tuple(map(str, text)) if isinstance(text, tuple | list) else (str(text),)


def compiled(catalogue: Catalog) -> bytes:
    """Compile a catalogue."""
    file = BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


@pytest.fixture(autouse=True, scope="module")
def _renewed(request: pytest.FixtureRequest) -> None:
    """With `--update-golden`, take over new texts (untranslated as yet), and compile."""
    if not request.config.getoption("--update-golden"):
        return
    for domain, wanted in extracted().items():
        for lang in TRANSLATED:
            known = written(lang, domain)
            made = known.creation_date
            known.update(wanted, no_fuzzy_matching=True)
            known.creation_date = made  # what has not changed stays the same, byte for byte
            carry_over(known)
            known.obsolete.clear()
            for message in known:
                if message.id and not template(forms(message.id)[0]).weight:
                    message.string = message.id  # values and signs are the same everywhere
            file = BytesIO()
            write_po(file, known, width=0, include_lineno=False)
            path(lang, domain).write_bytes(file.getvalue())
            path(lang, domain, "mo").write_bytes(compiled(known))


def carry_over(known: Catalog) -> None:
    """Keep the translation of a text in which only a value has got another name."""
    former = {
        (m.context, template(text).parts): (text, str(m.string))
        for m in known.obsolete.values()
        if (text := with_values(m))
    }
    for message in known:
        text = with_values(message)
        was = former.get((message.context, template(text).parts)) if text else None
        if was is not None and not message.string:
            names = dict(zip(template(was[0]).names, template(text).names, strict=True))
            message.string = _renamed(was[1], names)


def _renamed(text: str, names: dict[str, str]) -> str:
    return HOLDER.sub(lambda one: f"{{{names[one[1]]}}}", text)


def with_values(message: Message) -> str:
    """Return a text that has values, and one form; of any other, nothing."""
    text = message.id
    return text if isinstance(text, str) and "{" in text else ""


def test_a_value_with_another_name_needs_no_new_translation() -> None:
    """Who renames a variable of a rule translates nothing anew."""
    known = Catalog(locale="nl")
    known.add("`{a}` is {b}", "{b}: `{a}`", context="X")
    wanted = Catalog()
    wanted.add("`{c}` is {d}", context="X")
    known.update(wanted, no_fuzzy_matching=True)
    carry_over(known)
    assert [message.string for message in known if message.id] == ["{d}: `{c}`"]


@every_language
@every_catalogue
def test_every_text_is_in_every_catalogue_and_no_other(lang: str, domain: str) -> None:
    """A new message is missed here, and so is one that is gone."""
    wanted = {(m.context, forms(m.id)) for m in extracted()[domain] if m.id}
    assert {(m.context, forms(m.id)) for m in messages(lang, domain)} == wanted


@every_language
def test_every_message_is_translated(lang: str) -> None:
    """Each form of each; a translation that is only guessed does not count."""
    for message in messages(lang, MESSAGES):
        assert all(forms(message.string)), (message.context, message.id)
        assert not message.fuzzy, (message.context, message.id)


@every_language
@every_catalogue
def test_translations_have_the_same_places_for_values(lang: str, domain: str) -> None:
    """No value is lost, none is asked for that is not there, and what is quoted stays quoted."""
    for message in messages(lang, domain):
        wanted = holders(forms(message.id)[-1]) if domain == MESSAGES else []
        for text in filter(None, forms(message.string)) if domain == MESSAGES else ():
            assert holders(text) == wanted, (message.context, message.id)
            assert template(text).quoted == template(forms(message.id)[-1]).quoted, message.id


@every_language
def test_values_that_touch_stay_together(lang: str) -> None:
    """Nobody can tell where the one ends and the other begins: they keep their order."""
    for message in messages(lang, MESSAGES):
        pairs = set(touching(forms(message.id)[-1]))
        assert pairs <= set(touching(forms(message.string)[-1])), message.id


def touching(text: str) -> Iterator[tuple[str, str]]:
    """Yield the names of values with nothing between them."""
    read = template(text)
    for at, part in enumerate(read.parts[1:-1]):
        if not part:
            yield read.names[at], read.names[at + 1]


@every_language
def test_translations_begin_and_end_as_the_texts_do(lang: str) -> None:
    """A question stays a question; what is hung behind another text still can be."""
    for message in messages(lang, MESSAGES):
        for text, told in zip(forms(message.id), forms(message.string), strict=True):
            ends = [t[-1] if t[-1] in ".?: " else "" for t in (text, told)]
            assert ends[0] == ends[1], text
            assert template(text).is_part == template(told).is_part, text


@every_language
@every_catalogue
def test_catalogues_are_compiled(lang: str, domain: str) -> None:
    """So that what is installed reads them without a step by hand (`pytest --update-golden`)."""
    assert path(lang, domain, "mo").read_bytes() == compiled(written(lang, domain))


def test_the_configuration_knows_every_language() -> None:
    """Its schema lists them, for editors and for who misspells one."""
    assert tuple(schema("config")["properties"]["lang"]["enum"]) == languages()


def test_every_translation_can_be_filled_in() -> None:
    """Braces are those of values."""
    for lang in TRANSLATED:
        for message in messages(lang, MESSAGES):
            for text in forms(message.string):
                assert all(name != "" for _, name, _, _ in Formatter().parse(text)), text
