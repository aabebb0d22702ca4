"""One small run in every format: what it looks like, and that its readers can read it."""

from __future__ import annotations

import pytest

from privlint.reporters import REPORTERS, render
from privlint.reporters.layout import Layout
from privlint.version import VERSION

from ..conftest import ROOT, Golden
from .reading import READERS
from .sample import sample

GOLDEN = ROOT / "tests" / "golden" / "formats"
ENDINGS = {"full": "txt", "concise": "txt", "github": "txt", "gitlab": "json", "junit": "xml"}
ENDINGS |= {"markdown": "md"}
WHOLE = Layout(shows_suppressed=True)
WITHOUT_SUPPRESSED = {"gitlab", "github"}
"""The formats in which what somebody answers for has no place."""

EVERY = pytest.mark.parametrize("name", REPORTERS)


@EVERY
def test_a_run_looks_as_it_was_meant_to_look(name: str, golden: Golden) -> None:
    """A change of a format is read in review."""
    text = render(name, sample(), WHOLE)
    # The version changes with every release.
    for before in ('"', "</a> "):
        text = text.replace(f"{before}{VERSION}", f"{before}...")
    golden.check(GOLDEN / f"{name}.{ENDINGS.get(name, name)}", text)


@pytest.mark.parametrize("name", ["full", "concise"])
def test_statistics_look_as_they_were_meant_to_look(name: str, golden: Golden) -> None:
    """The gravest and most frequent first, and then the summary."""
    text = render(name, sample(), Layout(shows_statistics=True))
    golden.check(GOLDEN / f"statistics-{name}.txt", text)


@EVERY
def test_every_reader_finds_each_finding_at_its_place(name: str) -> None:
    """The file, the line and the message; what is suppressed only where it has a place."""
    made = sample()
    told = READERS[name](render(name, made, WHOLE))
    suppressed = () if name in WITHOUT_SUPPRESSED else made.suppressed
    wanted = [*made.findings, *suppressed]
    if name == "junit":  # its readers count what fails: no questions, and nothing suppressed
        wanted = [one for one in made.findings if one.card.code != "DPO001"]
    for finding in wanted:
        assert any(
            (one.path, one.line) == (finding.path, finding.span.start_line)
            and " ".join(finding.message.split()) in " ".join(one.text.split())
            for one in told
        ), finding.message
    crashes = {"github": 1, "gitlab": 1}.get(name, 0)
    assert len(told) == len(wanted) + crashes


@pytest.mark.parametrize("name", ["full", "concise", "markdown"])
def test_what_is_suppressed_is_told_only_where_somebody_asks(name: str) -> None:
    """With its reason, its owner and its last day; the summary counts it in any case."""
    shown = " ".join(render(name, sample(), WHOLE).replace("&#8203;", "").split())
    for told in ("asked of the mailer", "@owner", "until 2027-03-01", "known since the start"):
        assert told in shown
    hidden = " ".join(render(name, sample(), Layout()).split())
    assert "asked of the mailer" not in hidden
    assert "1 suppressed; 1 in the baseline" in hidden


@pytest.mark.parametrize("name", sorted(WITHOUT_SUPPRESSED))
def test_what_is_suppressed_disturbs_no_merge_request(name: str) -> None:
    """Neither GitLab nor GitHub can show that a finding is answered for."""
    text = render(name, sample(), WHOLE)
    assert "asked of the mailer" not in text
    assert "newsletter" not in text


@pytest.mark.parametrize("name", ["full", "concise", "github"])
def test_a_quiet_run_tells_the_findings_and_no_summary(name: str) -> None:
    """A rule that failed is told all the same; nothing at all is no line at all."""
    made = sample()
    loud, quiet = (render(name, made, Layout(is_quiet=is_quiet)) for is_quiet in (False, True))
    assert loud.startswith(quiet.rstrip("\n"))
    assert "checked by" not in quiet
    assert "TST001" in quiet
    nothing = made.replace(findings=(), inputs=made.inputs[1:])
    assert render(name, nothing, Layout(is_quiet=True)) == ""


@pytest.mark.parametrize("name", ["full", "concise"])
def test_codes_are_links_to_the_pages_of_the_rules(name: str) -> None:
    """Where the terminal knows links; and a rule of a house has no page."""
    text = render(name, sample(), Layout(link=lambda text, url: f"<{text}|{url}>"))
    assert "<RET001|https://github.com/privlint/privlint/blob/main/docs/rules/retention.md#" in text
    house = sample()
    finding = house.findings[0]
    finding = finding.replace(card=finding.card.replace(code="ACM001"))
    text = render(
        name, house.replace(findings=(finding,)), Layout(link=lambda text, url: f"<{text}|{url}>")
    )
    assert "ACM001" in text
    assert "<ACM001" not in text
