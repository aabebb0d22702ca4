"""The version of privlint, and the address of its home."""

VERSION = "0.1.0"
HOME = "https://github.com/privlint/privlint"
