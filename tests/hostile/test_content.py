"""What somebody may write into a register to hang, exhaust or mislead whoever checks it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..conftest import SMALL
from .attack import SECONDS, attack

pytestmark = pytest.mark.hostile

MILLION = 1_000_000
LARGE = ("--max-file-size", "100000000")


def bomb(first: bytes, link: bytes, links: int) -> bytes:
    """Return lines of which each holds the one before several times."""
    lines = [b"a0: &a0 " + first]
    lines += [b"a%d: &a%d " % (n, n) + link.replace(b"@", b"*a%d" % (n - 1)) for n in range(1, 20)]
    return b"\n".join(lines[: links + 1]) + b"\n"


REFUSED: dict[str, tuple[bytes, str, str]] = {
    "aliases nested in lists": (bomb(b"[x,x,x,x]", b"[@,@,@,@,@,@]", 12), "7:", "INP010"),
    "aliases nested in mappings": (bomb(b"{a: 1}", b"{a: @, b: @, c: @}", 19), "10:", "INP010"),
    "aliases side by side": (
        b"a: &a [" + b"x," * 999 + b"x]\nb: [" + b"*a," * 999 + b"*a]\n", "2:", "INP010",
    ),
    "an alias as a key": (b"a: &a [x, x]\n? *a\n: 1\n", "2:3", "INP018"),
    "aliases of keys": (b"a: &a k\nb: {*a : 1, *a : 2}\n", "2:5", "INP018"),
    "an anchor in itself, in a list": (b"a: &a [1, *a]\n", "1:11", "INP011"),
    "an anchor in itself, in a mapping": (b"a: &a\n  b: {c: *a}\n", "2:10", "INP011"),
    "an anchor in itself, at the root": (b"&a [*a]\n", "1:5", "INP011"),
    "lists in lists": (b"[" * 100_000, "1:65", "INP012"),
    "mappings in mappings": (b"{a: " * 100_000, "1:257", "INP012"),
    "lists in lists, as a block": (b"- " * 100_000, "1:129", "INP012"),
    "mappings in mappings, as a block": (
        b"".join(b" " * n + b"a:\n" for n in range(1_900)), "65:65", "INP012",
    ),
    "a line with an open quote": (b'a: "' + b"x" * 1_900_000, "1:", "INP008"),
    "nothing but question marks": (b"? " * 900_000, "1:3", "INP018"),
    "nothing but colons": (b"a" + b":" * 1_900_000, "1:1900001", "INP008"),
    "nothing but spaces": (b" " * 1_900_000, "1:1", "INP014"),
    "nothing but line breaks": (b"\n" * 1_900_000, "1:1", "INP014"),
    "an anchor and a long way to its value": (b"a: &x" + b" \n" * 900_000 + b"b\n", "", "INP008"),
    "an empty file": (b"", "1:1", "INP014"),
    "NUL": (b"a: b\nc: \0d\n", "2:4", "INP007"),
    "a C0 control": (b"a: \x1b[31mred\n", "1:4", "INP007"),
    "a C1 control": ("a: \x9b31mred\n".encode(), "1:4", "INP007"),
    "a key with a control": (b"a\x08: 1\n", "1:2", "INP007"),
    "a lone surrogate": (b"a: \xed\xa0\x80\n", "1:4", "INP006"),
    "an escaped lone surrogate": (b'a: "\\ud800"\n', "1:", "INP008"),
    "UTF-16": ("a: 1\n".encode("utf-16"), "1:1", "INP006"),
    "UTF-16 without a mark": ("a: 1\n".encode("utf-16-le"), "1:2", "INP007"),
    "UTF-32": ("a: 1\n".encode("utf-32"), "1:1", "INP006"),
    "bytes that are not UTF-8": (b"a: 1\nb: \xff\xfe\n", "2:4", "INP006"),
    "a character in more bytes than it needs": (b"a: \xc0\xaf\n", "1:4", "INP006"),
    "half a character at the end": (b"a: \xe2\x82", "1:4", "INP006"),
    "an override of the direction": ("a: x # \u202e }{ \n".encode(), "1:8", "INP019"),
    "an override that is closed": ("a: \u202eabc\u202c\n".encode(), "1:4", "INP019"),
    "an isolate that is not closed": ("b: 1\na: \u2067abc # \u2066\n".encode(), "2:4", "INP019"),
    "an isolate closed on another line": ("a: |\n \u2068b\n c\u2069\n".encode(), "2:2", "INP019"),
    "a tag": (b"a: !!python/object/apply:os.system [id]\n", "1:4", "INP013"),
    "a tag of one's own": (b"a: !include /etc/passwd\n", "1:4", "INP013"),
    "a merge key": (b"a: &a {b: 1}\nc: {<<: *a}\n", "2:5", "INP013"),
    "a directive": (b"%YAML 1.1\n---\na: 1\n", "1:1", "INP013"),
    "a directive of a tag": (b"%TAG ! tag:evil.example,2000:\n---\na: 1\n", "1:1", "INP013"),
    "several documents": (b"a: 1\n---\nb: 2\n...\n---\nc: 3\n", "2:1", "INP015"),
    "a key that stands twice": (b"? a\n" * 400_000, "2:3", "INP009"),
    "an id with a letter of another script": (
        SMALL.encode() + "recipients: {p\u0430ypal: {name: x}}\n".encode(), "4:14", "INP016",
    ),
    "a key with a letter of another script": (
        SMALL.encode() + "purp\u043eses: {}\n".encode(), "4:1", "INP016",
    ),
    "a key of two megabytes": (b"? " + b"k" * 1_900_000 + b"\n: 1\n", "1:3", "INP016"),
    "a value of two megabytes": (SMALL.encode() + b"dpo: " + b"x" * 1_900_000, "4:6", "INP016"),
    "49,000 unknown keys": (
        SMALL.encode() + b"".join(b"k%d: 1\n" % n for n in range(49_000)), "4:1", "INP016",
    ),
    "a text that stands 40,000 times": (
        b"a: &a " + b"x" * MILLION + b"\nb: [" + b"*a," * 40_000 + b"*a]\n", "1:1", "INP016",
    ),
}  # fmt: skip
"""What is refused: the file, the place (or how it begins), and the code of the finding."""


COSTLIEST = {"49,000 unknown keys": 0.8}
"""What the limits allow, so that it is read to its end, and half a second is measured for it."""


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_at_once_at_its_place(tmp_path: Path, name: str) -> None:
    """The exit code says that it was not checked, and no finding of a rule claims that it was."""
    content, place, code = REFUSED[name]
    (tmp_path / "shop.yaml").write_bytes(content)
    done = attack(tmp_path, "shop.yaml", seconds=COSTLIEST.get(name, SECONDS))
    assert done.code == 4
    assert done.codes == {code}
    assert any(one.place.startswith(place) for one in done.told), done.told
    assert "0 registers checked" in done.output


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("200 MB", b""),
        ("one line of 50 MB", b"a: " + b"x" * 50 * MILLION),
        ("a million keys", b"".join(b"k%d: 1\n" % n for n in range(MILLION))),
        ("a key of 10 MB", b"k" * 10 * MILLION + b": 1\n"),
    ],
)
def test_what_is_too_large_is_not_read(tmp_path: Path, name: str, content: bytes) -> None:
    """Its size is asked of the system."""
    path = tmp_path / "shop.yaml"
    path.write_bytes(content)
    if name == "200 MB":
        with path.open("wb") as file:
            file.truncate(200 * MILLION)
    done = attack(tmp_path, "shop.yaml", megabytes=60)
    assert (done.code, done.codes) == (4, {"INP005"}), name


@pytest.mark.parametrize(
    ("content", "code", "megabytes"),
    [
        (b"a: " + b"x" * 50 * MILLION, "INP016", 350),
        (b"a: [" + b"x, " * 15 * MILLION + b"]\n", "INP010", 350),
        (b"".join(b"k%d: 1\n" % n for n in range(MILLION)), "INP010", 200),
        (b"k" * 10 * MILLION + b": 1\n", "INP008", 200),
    ],
    ids=["one line of 50 MB", "a list of 50 MB", "a million keys", "a key of 10 MB"],
)
def test_who_allows_more_bytes_waits_no_longer_than_their_number(
    tmp_path: Path, content: bytes, code: str, megabytes: int
) -> None:
    """The other limits still hold; memory is a few times the file."""
    (tmp_path / "shop.yaml").write_bytes(content)
    done = attack(tmp_path, "shop.yaml", *LARGE, seconds=2, megabytes=megabytes)
    assert done.code == 4
    assert code in done.codes


@pytest.mark.parametrize(
    ("option", "content", "code"),
    [
        ("--max-file-size=60", SMALL.encode(), "INP005"),
        ("--max-nodes=5", SMALL.encode(), "INP010"),
        ("--max-depth=1", SMALL.encode(), "INP012"),
    ],
)
def test_a_limit_is_set_by_its_option(
    tmp_path: Path, option: str, content: bytes, code: str
) -> None:
    """Without it this register is checked, as others of its kind are here."""
    (tmp_path / "shop.yaml").write_bytes(content)
    assert attack(tmp_path, "shop.yaml", option).codes == {code}


NAMES = (
    "\\e[31mred\\e]0;title\\a\\e]8;;https://evil.example\\e\\\\",
    "\\x9b31m\\x07\\x08\\x7f\\0",
    "\\u202egnp.exe\\u2066\\u200b\\u2028\\u2029\\u0085",
)
"""As a register may write them: escaped, so that whoever reads the file sees them."""


@pytest.mark.parametrize("output_format", ["full", "github"])
def test_what_a_name_says_in_secret_is_shown(tmp_path: Path, output_format: str) -> None:
    """Escaped in the file, it is read; nothing of it reaches the terminal as it is."""
    names = "".join(f'  r{n}: {{kind: "{name}"}}\n' for n, name in enumerate(NAMES))
    (tmp_path / "shop.yaml").write_text(f"{SMALL}recipients:\n{names}", encoding="utf-8")
    done = attack(tmp_path, "shop.yaml", output_format=output_format)
    assert done.code == 4
    assert all(hidden in done.output for hidden in ("u001b", "u009b", "u202e"))


@pytest.mark.parametrize(
    "content",
    [
        "# privlint: ignore[RET001] why\n" * 60_000 + SMALL,
        SMALL + "#" + " privlint: ignore[RET001] why # " * 60_000 + "\n",
        SMALL + "# privlint: ignore[" + "RET001," * 250_000 + "] why\n",
        SMALL + "# privlint: ignore[" + " " * 1_900_000 + "\n",
        SMALL + "# privlint: ignore[RET001]" + " " * 1_900_000 + "(\n",
        SMALL + "# privlint: ignore[RET001] " + "(until " * 250_000 + "\n",
        SMALL + "#" + " \t" * 900_000 + "\n",
        SMALL + "#privlint:" * 190_000 + "\n",
    ],
    ids=["lines", "one line", "rules", "spaces", "no end", "brackets", "blank", "marks"],
)
def test_comments_for_us_cost_no_more_than_their_length(tmp_path: Path, content: str) -> None:
    """However many there are: of those beyond a thousand it is told that they are not read."""
    (tmp_path / "shop.yaml").write_text(content, encoding="utf-8")
    done = attack(tmp_path, "shop.yaml")
    assert done.code == 1
    assert len(done.told) < 1_500


@pytest.mark.parametrize("name", ["\u200f\u05d0\u05d1", "\u2067\u05d0\u05d1\u2069 Ltd", "\u061cx"])
def test_names_that_are_read_from_right_to_left_are_names(tmp_path: Path, name: str) -> None:
    """Marks, and stretches that are closed on their line, are part of how they are written."""
    register = f"{SMALL}recipients: {{x: {{name: {name}}}}}\n"
    (tmp_path / "shop.yaml").write_text(register, encoding="utf-8")
    assert attack(tmp_path, "shop.yaml").code == 1
