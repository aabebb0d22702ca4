"""What a configuration, a house rule and a register say together stays text, in every format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from privlint.escaping import printable
from privlint.reporters import REPORTERS

from ..conftest import SMALL, privlint
from ..house_rules.conftest import RULES, house
from ..reporters.reading import Page
from ..reporters.test_hostile import HOSTILE, assert_harmless

pytestmark = pytest.mark.hostile

WORDS = " ".join(words for words in HOSTILE if printable(words) == words)
"""What is not refused for its characters alone: what would break out does so beside the rest."""
REASON = "x\x1b[31m\n::error::y\n| a |\n<script>alert(1)</script> ##[error]z \u202e"


def folder_of(folder: Path, words: str = WORDS) -> Path:
    """Write a register with a name, a house rule that says it, and an ignore with a reason."""
    rules = RULES.replace(
        'message: "{name} is not an approved processor"',
        f"message: {json.dumps('{name} ' + words.replace('{', '').replace('}', ''))}",
    ).replace("remedy: Have the processor approved.", f"remedy: {json.dumps(words)}")
    ignore = f"{{rules = ['DPO001'], reason = {json.dumps(REASON + words)}}}"
    house(folder, rules, f'rules = ["house.yaml"]\nignore = [{ignore}]\n')
    named = f"recipients: {{host: {{role: processor, name: {json.dumps(words)}}}}}\n"
    (folder / "shop.yaml").write_text(SMALL + named, encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", REPORTERS)
def test_words_of_others_command_nothing(tmp_path: Path, name: str) -> None:
    """Neither the terminal, nor the log of a pipeline, nor the summary of a step."""
    folder = folder_of(tmp_path)
    summary = tmp_path / "summary.md"
    summary.write_text("# before\n", encoding="utf-8")
    asked = ("check", "shop.yaml", f"--output-format={name}", "--show-suppressed")
    done = privlint(folder, *asked, env={"GITHUB_STEP_SUMMARY": str(summary)})
    assert done.returncode == 1, done.stderr
    assert "ACM002" in done.stdout
    for line in (done.stdout + done.stderr).split("\n"):
        assert printable(line) == line
        assert name == "github" or not line.startswith("::")
        assert not line.startswith("::error::")
    told = summary.read_text(encoding="utf-8")
    assert (told != "# before\n") == (name == "github")
    if name == "github":
        reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
        assert_harmless(Page(reader.render(told)).elements)
        assert all(printable(line) == line for line in told.split("\n"))
