"""Run privlint as `python -m privlint`."""

from privlint.cli import main

main()
