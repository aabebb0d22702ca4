"""What people try who know other linters: where it is found here.

The names are those of ruff 0.14, eslint 9, zizmor 1 and cfn-lint 1.
"""

from __future__ import annotations

COMMANDS = {
    "audit": "`privlint check`",
    "generate-shell-completion": "`privlint completions`",
    "lint": "`privlint check`",
    "linter": "`privlint rules` names the families",
    "rule": "`privlint explain` tells of one, `privlint rules` of all",
    "server": "`privlint lsp`",
    "validate": "`privlint check`, which holds a register against its schema first",
}
"""Commands of others, and what to take instead."""

OPTIONS = {
    "--add-ignore": "`privlint baseline create` accepts all that is found today",
    "--add-noqa": "`privlint baseline create` accepts all that is found today",
    "--extend-exclude": "`--exclude` adds to what the configuration leaves out",
    "--fix-dry-run": "`--diff`",
    "--format": "`--output-format`",
    "--ignore-noqa": "`--mandatory ALL` lets nothing be ignored",
    "--list-rules": "`privlint rules`",
    "--max-warning": "`--max-warnings`",
    "--no-ignores": "`--mandatory ALL` lets nothing be ignored",
    "--output-file": "`--output-format FORMAT=PATH` writes into a file",
    "--print-config": "`privlint config show PATH`",
    "--rule": "`--select` chooses rules, `[severity]` of the configuration how grave they are",
    "--show-files": "`--output-format json` lists them under `inputs`",
    "--show-settings": "`privlint config show PATH`",
    "--target-version": "`--as-of` names the day whose law counts",
    "--watch": "`privlint lsp` looks while you type",
}
"""Options of others for checking, and what to take instead."""
