"""`privlint explain`: every card, by any of its names, without the network."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from privlint.catalogue import citing, find

from ..conftest import ROOT, privlint


def test_a_rule_is_explained_with_its_law_and_its_examples(tmp_path: Path) -> None:
    """What it finds, why, by which law, what would meet it, and what is flagged."""
    done = privlint(tmp_path, "explain", "RET001")
    assert done.returncode == 0
    assert done.stdout.startswith("RET001 retention-missing\n")
    for told in ("law: GDPR 13(2)(a)", "severity: error", "remedy: ", "Flagged", "Not flagged"):
        assert told in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("selectors", "first"),
    [
        (["retention-missing"], "RET001"),
        (["ret001"], "RET001"),
        (["misshapen"], "INP016"),
        (["quote-not-found"], "TRC001"),
        (["RET001", "DPO001", "RET001"], "DPO001"),
    ],
)
def test_a_card_is_found_by_any_of_its_names(
    tmp_path: Path, selectors: list[str], first: str
) -> None:
    """The cards of the line itself among them; each is told once, in the order of the codes."""
    done = privlint(tmp_path, "explain", *selectors, "--output-format", "json")
    codes = [card["code"] for card in json.loads(done.stdout)]
    assert codes[0] == first
    assert codes == sorted(set(codes))


def test_a_card_can_be_had_in_markdown(tmp_path: Path) -> None:
    """For a wiki or a ticket; it is what the documentation holds."""
    done = privlint(tmp_path, "explain", "DPO001", "--output-format", "markdown")
    assert done.stdout.startswith("## DPO001 dpo-statement-missing\n")
    assert done.stdout.strip() in (ROOT / "docs" / "rules" / "dpo.md").read_text(encoding="utf-8")


def test_a_whole_family_can_be_explained(tmp_path: Path) -> None:
    """By its folder or its letters: a list in the terminal, each in full for a file."""
    by_name = privlint(tmp_path, "explain", "retention")
    assert by_name.stdout == privlint(tmp_path, "explain", "RET").stdout
    assert by_name.stdout.startswith("RET001 retention-missing (error)\n  The statement does")
    assert "remedy" not in by_name.stdout
    assert by_name.stdout.endswith("\n\n`privlint explain CODE` tells one of them in full.\n")
    told = privlint(tmp_path, "explain", "RET", "--output-format", "markdown").stdout
    assert told.count("\n### What to do\n") == len(find("RET"))


def test_few_rules_are_told_in_full(tmp_path: Path) -> None:
    """Three are read one after another, and as many as one names."""
    some = ["RET001", "RET002", "RET003", "RET004"]
    assert privlint(tmp_path, "explain", *some).stdout.count("\nremedy: ") == 4
    assert privlint(tmp_path, "explain", "dpo").stdout.count("\nremedy: ") == 3


@pytest.mark.parametrize("asked", ["GDPR 13(2)(a)", "13(2)(a)", "Art. 13(2)(a) AVG"])
def test_an_article_finds_the_rules_that_cite_it(tmp_path: Path, asked: str) -> None:
    """However it is written, and how many they are stands first."""
    first, blank, *lines = privlint(tmp_path, "explain", asked).stdout.splitlines()
    found = citing("GDPR 13(2)(a)")
    assert first == f"{len(found)} rules cite GDPR 13(2)(a)"
    assert not blank
    codes = [line.split()[0] for line in lines if re.match(r"[A-Z]{3}\d{3} ", line)]
    assert codes == [card.code for card in found]
    assert "RET001" in codes
    assert "RIG001" not in codes


def test_an_article_without_quotes_is_one_article(tmp_path: Path) -> None:
    """Shells take words apart."""
    assert (
        privlint(tmp_path, "explain", "GDPR", "26").stdout
        == privlint(tmp_path, "explain", "GDPR 26").stdout
    )
    recital = privlint(tmp_path, "explain", "GDPR", "recital", "26").stdout
    assert recital.splitlines()[0].endswith("GDPR recital 26")
    both = privlint(tmp_path, "explain", "GDPR 44", "GDPR 47").stdout.splitlines()
    assert both[0].endswith("GDPR 44")
    assert both[1].endswith("GDPR 47")


def test_what_an_article_is_a_part_of_is_found_and_told_apart(tmp_path: Path) -> None:
    """A rule that cites all of Art. 46 is about its points too."""
    first = privlint(tmp_path, "explain", "GDPR 46(2)(c)").stdout.splitlines()[0]
    assert re.fullmatch(r"no rule cites GDPR 46\(2\)\(c\) itself; \d cite what .*", first)


def test_articles_can_be_had_in_markdown_and_json(tmp_path: Path) -> None:
    """With the first line where people read, and without it where programs do."""
    told = privlint(tmp_path, "explain", "GDPR 26(2)", "--output-format", "markdown").stdout
    assert told.startswith("1 rule cites GDPR 26(2).\n\n## CTL005 ")
    cards = privlint(tmp_path, "explain", "GDPR 26(2)", "--output-format", "json").stdout
    assert [card["code"] for card in json.loads(cards)] == ["CTL005"]


@pytest.mark.parametrize("former", ["BEL004", "bel-004", "be-tax-retention-now-seven"])
def test_a_code_of_former_days_is_still_known(tmp_path: Path, former: str) -> None:
    """Another rule took it over, and that one is told."""
    told = privlint(tmp_path, "explain", former).stdout
    assert told.startswith(f"{former} is now RET008\n\nRET008 statutory-period-above-minimum\n")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["retention-mising"], "did you mean `retention-missing`?"),
        (["XYZ999"], "no rule answers to `XYZ999`"),
        ([], "Missing argument 'RULE|ARTICLE...'"),
        (["GDPR 99"], "no rule cites GDPR 99; `privlint rules GDPR` lists those that cite other"),
        (["GDPR 26(3)"], "no rule cites GDPR 26(3); rules cite GDPR 26(1), GDPR 26(2)"),
        (["GDPR 13(7)"], "there is no GDPR 13(7): GDPR 13 has 4 paragraphs"),
        (["13(3)(a)"], "there is no GDPR 13(3)(a): GDPR 13(3) has no points with letters"),
        (["GDPR 100"], "there is no GDPR 100: the GDPR has no article 100"),
        (["GDPR recital 999"], "there is no GDPR recital 999: the GDPR has 173 recitals"),
        (["NL Tw 11.8"], "no rule cites NL Tw 11.8; rules cite NL Tw 11.7"),
        (["VAT Directive 369"], "no rule cites VAT Directive 369\n"),
        (["DPC Telegram 2030"], "no rule cites DPC Telegram 2030; rules cite DPC WhatsApp 2021"),
        (["GPDR 13"], "no rule answers to `GPDR 13`; did you mean `GDPR 13`?"),
        (["GDPR " + "(1)" * 5000], "is too long for a rule or a provision of law"),
        (["x\n::error::\u202ey"], r"no rule answers to `x\u000a::error::\u202ey`"),
        (["RET001", "--output-format", "xml"], "'xml' is not one of"),
    ],
)
def test_what_there_is_not_exits_with_2(tmp_path: Path, arguments: list[str], says: str) -> None:
    """With what may have been meant."""
    done = privlint(tmp_path, "explain", *arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert done.stdout == ""


def test_colour_can_be_asked_for(tmp_path: Path) -> None:
    """Even through a pipe, and it is not taken away on its way."""
    assert "\x1b[" in privlint(tmp_path, "explain", "RET001", "--color", "always").stdout
    assert "\x1b[" not in privlint(tmp_path, "explain", "RET001").stdout
