"""What is offered where."""

from __future__ import annotations

import pytest

from privlint.lsp.completion import completions

from .editing import CURSOR, SHOP, edited


def offered(text: str) -> dict[str, str]:
    """Return what can be written at the cursor: labels, and what each makes of the text."""
    buffer, offset = edited(text)
    return {
        choice.label: buffer.text[: choice.start] + choice.text + buffer.text[choice.end :]
        for choice in completions(buffer, offset)
    }


def in_shop(written: str, *, after: str) -> str:
    """Return the shop with something more after a line of it."""
    return SHOP.replace(after, after + written, 1)


def test_a_key_of_a_purpose_is_offered_while_its_line_is_no_yaml_yet() -> None:
    """Half a word on a line of its own makes the buffer unreadable, and is completed anyway."""
    found = offered(in_shop(f"    ret{CURSOR}\n", after="title: Send the newsletter\n"))
    assert "    retention:\n      \n" in found["retention"]
    assert "title" not in found


def test_keys_are_offered_on_an_empty_line() -> None:
    """The column says of which mapping the keys are."""
    found = offered(in_shop(f"    {CURSOR}\n", after="title: Send the newsletter\n"))
    assert {"kind", "legal_basis", "data"} <= set(found)
    assert "privlint" in offered(f"# a comment\n{CURSOR}")
    top = offered(f"{SHOP}{CURSOR}\n")
    assert {"rights", "dpo"} <= set(top)
    assert "recipients" not in top


def test_keys_are_offered_before_others_and_without_those_that_come_later() -> None:
    """A line that is begun above its sisters knows them."""
    found = offered(in_shop(f"    ti{CURSOR}\n", after="  newsletter:\n"))
    assert "title" not in found
    assert "kind" in found


def test_what_can_only_stand_below_a_key_is_begun_there() -> None:
    """A mapping begins on a line of its own, and so does a list of mappings."""
    found = offered(in_shop(f"    {CURSOR}\n", after="title: Send the newsletter\n"))
    assert "    marketing:\n      \n" in found["marketing"]
    assert "    data:\n      - \n" in found["data"]


def test_a_key_that_has_its_colon_gets_no_second_one() -> None:
    """Only the name is replaced."""
    found = offered(SHOP.replace("title: Send", f"tit{CURSOR}: Send"))
    assert "    title: Send" in found["title"]


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("role: controller", f"role: {CURSOR}", {"processor", "controller"}),
        ("role: controller", f"role: con{CURSOR}", {"controller"}),
        ("basis: contract}", f"basis: {CURSOR}}}", {"consent", "contract"}),
        ("basis: contract}]", f"basis: {CURSOR}", {"consent", "contract"}),
        ("vendor: google-analytics}", f"vendor: goo{CURSOR}}}", {"google-ads", "klarna"}),
        ("country: NL", f"country: {CURSOR}", {"NL", "BE"}),
        ("[name, address]", f"[name, {CURSOR}]", {"email", "phone"}),
        ("[name, address]", f"[name, {CURSOR}", {"email", "phone"}),
        ("[carrier, {to", f"[{CURSOR}, {{to", {"carrier"}),
        ("to: host,", f"to: {CURSOR},", {"host", "carrier"}),
        ("about: [carrier, newsletter]", f"about: [{CURSOR}]", {"carrier", "newsletter", "orders"}),
        ("details_in: cookie_policy", f"details_in: {CURSOR}", {"cookie_policy"}),
        ("country: BE}", f"marketplace: {CURSOR}}}", {"true", "false"}),
        ("when: possibly}", f"{CURSOR}}}", {"when", "categories"}),
    ],
)
def test_words_and_ids_are_offered(before: str, after: str, wanted: set[str]) -> None:
    """In block and in flow, finished or not."""
    assert wanted <= set(offered(SHOP.replace(before, after, 1)))


def test_what_a_list_has_is_not_offered_again() -> None:
    """Items stand once."""
    found = offered(SHOP.replace("[name, address]", f"[name, {CURSOR}]"))
    assert "name" not in found
    assert "to" not in offered(SHOP.replace("when: possibly}", f"{CURSOR}}}"))


def test_a_list_is_begun_where_one_is_wanted() -> None:
    """In brackets on the line of its key, with a dash below it."""
    line = offered(in_shop(f"    recipients: {CURSOR}\n", after="title: Send the newsletter\n"))
    assert "    recipients: [carrier]\n" in line["carrier"]
    below = in_shop(f"    recipients:\n      {CURSOR}\n", after="title: Send the newsletter\n")
    assert "    recipients:\n      - carrier\n" in offered(below)["carrier"]
    mapping = in_shop(f"    legal_basis:\n      {CURSOR}\n", after="title: Send the newsletter\n")
    assert "    legal_basis:\n      - basis: \n" in offered(mapping)["basis"]


def test_an_item_can_be_a_word_or_begin_a_mapping() -> None:
    """After a dash both are offered where both can stand."""
    text = in_shop(f"    recipients:\n      - {CURSOR}\n", after="title: Send the newsletter\n")
    found = offered(text)
    assert "      - carrier\n" in found["carrier"]
    assert "      - to: \n" in found["to"]


def test_a_text_that_looks_like_a_number_is_offered_in_quotes() -> None:
    """`2021` is a generation of clauses, and the schema wants text."""
    text = in_shop(f"    transfers: [{{generation: {CURSOR}}}]\n", after="role: controller\n")
    assert 'generation: "2021"}' in offered(text)["2021"]
    quoted = in_shop(f'    transfers: [{{generation: "{CURSOR}"}}]\n', after="role: controller\n")
    assert 'generation: "2021"}' in offered(quoted)["2021"]


def test_a_fault_elsewhere_takes_nothing_away() -> None:
    """A quote that is not closed further up, and one further down."""
    broken = SHOP.replace("name: Plain Parcels", 'name: "Plain').replace("- {claim", "- {{claim")
    assert "processor" in offered(broken.replace("role: controller", f"role: {CURSOR}"))


def test_what_is_known_of_a_word_is_told_with_it() -> None:
    """A vendor by its company, a country by its name, a recipient by what it is called."""
    for line, label, told in (
        (f"vendor: {CURSOR}}}", "google-analytics", "Google Ireland Limited"),
        (f"country: {CURSOR}}}", "BE", "Belgium"),
    ):
        buffer, offset = edited(SHOP.replace("vendor: google-analytics}", line))
        choices = {choice.label: choice for choice in completions(buffer, offset)}
        assert told in choices[label].about


def test_the_rules_of_an_ignore_are_offered() -> None:
    """Those come first that found something on the line."""
    buffer, offset = edited(
        SHOP.replace("privlint: 1", f"privlint: 1  # privlint: ignore[{CURSOR}")
    )
    choices = completions(buffer, offset)
    first = {finding.card.code for finding in buffer.findings if finding.span.start_line == 1}
    assert first
    assert {choice.label for choice in choices[: len(first)]} == first


@pytest.mark.parametrize(
    "text",
    [
        SHOP.replace("title: Send", f"title: Send {CURSOR}"),
        SHOP.replace("title: Send the newsletter", f"title: |\n      Send {CURSOR}the newsletter"),
        SHOP.replace("privlint: 1", f"privlint: 1  # a word {CURSOR}"),
        f"{CURSOR}",
        f"- {CURSOR}",
        f"purposes: {CURSOR}",
    ],
)
def test_where_nothing_is_fixed_only_keys_are_offered(text: str) -> None:
    """In prose, in comments, in what is no register yet."""
    buffer, offset = edited(text)
    assert {choice.sort.value for choice in completions(buffer, offset)} <= {"key"}
