"""`privlint trace` and `check --statement`: the text beside the register."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

TEXT = """\
Privacy <b>statement</b>

1. Orders
We use your name & address to deliver.
We thank you for your visit.
"""

REGISTER = """\
privlint: 1
shop: {name: "<script>alert(1)</script>", country: BE}
statement:
  text: shop.txt
  sections: {"1": 1. Orders}
  passages_without_facts: [{section: preamble, quote: "Privacy"}]
purposes:
  orders:
    title: Deliver
    cite: {section: 1, quote: "your name & address"}
"""


def privlint(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder."""
    command = [sys.executable, "-m", "privlint", *arguments]
    return subprocess.run(  # noqa: S603
        command, cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """Return a folder with a register and the text of its statement."""
    (tmp_path / "shop.yaml").write_text(REGISTER, encoding="utf-8")
    (tmp_path / "shop.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_the_trace_shows_what_cites_what(shop: Path) -> None:
    """Each passage stands with the entries that cite it, and the uncited ones are counted."""
    done = privlint(shop, "trace", "shop.yaml")
    assert done.returncode == 1
    assert re.search(r"We use your name & address to deliver\.\n +purposes\.orders\n", done.stdout)
    assert re.search(r"We thank you for your visit\.\n +cited by nothing\n", done.stdout)
    assert "2 of 3 passages are accounted for (66%)" in done.stdout
    assert "TRC007" in done.stderr


def test_the_trace_is_complete_when_everything_is_cited(shop: Path) -> None:
    """A register that accounts for every passage exits with 0."""
    complete = REGISTER.replace(
        'quote: "Privacy"}]', 'quote: "Privacy"}, {section: 1, quote: "thank you"}]'
    )
    digest = json.loads(privlint(shop, "trace", "shop.yaml", "--output-format", "json").stdout)[
        "sha256"
    ]
    complete = complete.replace("  text:", f"  sha256: {digest}\n  text:")
    (shop / "shop.yaml").write_text(complete, encoding="utf-8")
    done = privlint(shop, "trace", "shop.yaml", "--output-format", "json")
    assert done.returncode == 0, done.stderr
    content = json.loads(done.stdout)
    assert content["summary"]["uncited"] == 0
    assert [p["entries"] for p in content["passages"] if p["entries"]] == [["/purposes/orders"]]


class Page(HTMLParser):
    """Collects the tags of a page, and what it would fetch."""

    def __init__(self) -> None:
        """Start with nothing."""
        super().__init__()
        self.tags: list[str] = []
        self.fetched: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag, and every address in it."""
        self.tags.append(tag)
        self.fetched += [value or "" for name, value in attrs if name in {"src", "href"}]

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.text.append(data)


def test_the_page_is_whole_in_itself_and_escapes_what_it_shows(shop: Path) -> None:
    """Nothing is fetched, and neither text nor register can bring a tag of its own."""
    done = privlint(shop, "trace", "shop.yaml", "--output-format", "html")
    page = Page()
    page.feed(done.stdout)
    assert page.fetched == []
    assert page.tags.count("script") == 1
    assert "b" not in page.tags
    assert 'shop: {name: "<script>alert(1)</script>", country: BE}' in "".join(page.text)
    assert re.search(
        r'class="cited" data-entries="0" tabindex="0">We use your name &amp;', done.stdout
    )
    assert "default-src 'none'" in done.stdout


def test_check_follows_the_cites_of_a_register_that_names_its_text(shop: Path) -> None:
    """A quote that is not in the text is a finding at the cite's line."""
    wrong = REGISTER.replace('"your name & address"', '"your shoe size"')
    (shop / "shop.yaml").write_text(wrong, encoding="utf-8")
    done = privlint(shop, "check", "shop.yaml", "--select", "TRC001", "--output-format", "concise")
    assert done.returncode == 1
    assert done.stdout.startswith("shop.yaml:10:31: TRC001 the quote is not in the text\n")


def test_a_folder_of_texts_serves_many_registers(shop: Path) -> None:
    """In a folder, the text of a register is the file of its name."""
    texts = shop / "texts"
    texts.mkdir()
    (shop / "shop.txt").rename(texts / "shop.txt")
    arguments = (
        "shop.yaml",
        "--statement",
        "texts",
        "--select",
        "TRC",
        "--output-format",
        "concise",
    )
    assert "TRC007" in privlint(shop, "check", *arguments).stdout


BROKEN = {
    "missing": (None, "cannot be read: there is no such file"),
    "empty": (b"", "holds no text"),
    "latin-1": ("Privé gegevens".encode("latin-1"), "is not UTF-8 (line 1)"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_text_that_cannot_be_read_is_said_and_nothing_guessed(shop: Path, name: str) -> None:
    """The register is judged, the fault stands at the line that names the text, the exit is 4."""
    content, message = BROKEN[name]
    (shop / "shop.txt").unlink()
    if content is not None:
        (shop / "shop.txt").write_bytes(content)
    done = privlint(shop, "check", "shop.yaml", "--output-format", "concise")
    assert done.returncode == 4
    assert f"shop.yaml:4:9: TRC008 shop.txt {message}" in done.stdout
    assert "DPO001" in done.stdout
    assert privlint(shop, "trace", "shop.yaml").returncode == 4


@pytest.mark.parametrize("lines", ["\r\n", "\n"])
def test_line_ends_and_byte_order_marks_do_not_matter(shop: Path, lines: str) -> None:
    """A text from Windows is the same text."""
    (shop / "shop.txt").write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", lines).encode())
    done = privlint(shop, "trace", "shop.yaml")
    assert "2 of 3 passages are accounted for" in done.stdout


def test_html_is_reduced_to_its_text(shop: Path) -> None:
    """A statement that was saved as a page is read as text, where the extra is installed."""
    pytest.importorskip("html_text", reason="the extra `html` is not installed")
    page = (
        "<html><body><p>Privacy</p><h2>1. Orders</h2><p>your name &amp; address</p></body></html>"
    )
    (shop / "shop.txt").write_text(page, encoding="utf-8")
    done = privlint(shop, "trace", "shop.yaml", "--output-format", "json")
    summary = json.loads(done.stdout)["summary"]
    assert (summary["passages"], summary["uncited"]) == (2, 0)


def test_a_register_cannot_have_other_files_read(shop: Path) -> None:
    """The text lies beside the register or below: a register may be somebody else's."""
    inner = shop / "inner"
    inner.mkdir()
    outside = REGISTER.replace("text: shop.txt", "text: ../shop.txt")
    (inner / "shop.yaml").write_text(outside, encoding="utf-8")
    done = privlint(shop, "trace", "inner/shop.yaml")
    assert done.returncode == 4
    assert "does not lie beside the register" in " ".join(done.stderr.split())


def test_without_a_text_there_is_nothing_to_trace(shop: Path) -> None:
    """The command says how to name one."""
    (shop / "shop.yaml").write_text(REGISTER.replace("  text: shop.txt\n", ""), encoding="utf-8")
    done = privlint(shop, "trace", "shop.yaml")
    assert done.returncode == 2
    assert "--statement" in done.stderr
