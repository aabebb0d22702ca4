"""The shells that ask for completions: what each is told, and how it puts its question.

click completes the value behind the `=` of `--output-format=json`, and of `json=report.json` too;
the shells differ in whether they take that for a word of its own, and each script here says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.shell_completion import (
    BashComplete,
    FishComplete,
    ShellComplete,
    ZshComplete,
    add_completion_class,
)

if TYPE_CHECKING:
    import click

_ZSH = """\
#compdef %(prog_name)s

%(complete_func)s() {
    local -a answer plain described
    local kind value told
    answer=("${(@f)$(env COMP_WORDS="${words[*]}" COMP_CWORD=$((CURRENT - 1)) \\
        %(complete_var)s=zsh_complete %(prog_name)s 2>/dev/null)}")
    compset -P '*='
    for kind value told in "${answer[@]}"; do
        case $kind in
            file) _files ;;
            dir) _files -/ ;;
            plain)
                if [[ $told == _ ]]; then
                    plain+=("$value")
                else
                    described+=("$value:$told")
                fi
                ;;
        esac
    done
    (( $#described )) && _describe -V 'completions' described
    (( $#plain )) && compadd -V completions -a plain
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    # The file lies in $fpath, and this is the first question.
    %(complete_func)s "$@"
else
    compdef %(complete_func)s %(prog_name)s
fi
"""

_FISH = """\
function %(complete_func)s
    set -l word (commandline -ct)
    set -l head (string match -r '^.*=' -- $word)
    set -l rest (string replace -r '^.*=' '' -- $word)
    for line in (env %(complete_var)s=fish_complete COMP_WORDS=(commandline -cp | string collect) \\
            COMP_CWORD="$word" %(prog_name)s 2>/dev/null)
        set -l answer (string split -m 1 ',' -- $line)
        switch $answer[1]
            case file
                for path in (__fish_complete_path "$rest")
                    echo "$head$path"
                end
            case dir
                for path in (__fish_complete_directories "$rest")
                    echo "$head$path"
                end
            case plain
                echo "$head$answer[2]"
        end
    end
end

complete --no-files --command %(prog_name)s --arguments '(%(complete_func)s)'
"""


@add_completion_class
class Bash(BashComplete):
    """bash takes `=` for a word of its own, and each side of it too."""

    def get_completion_args(self) -> tuple[list[str], str]:
        """Put together what bash has taken apart."""
        words, last = super().get_completion_args()
        joined: list[str] = []
        was_sign = False
        for word in (*words, last):
            if joined and (word == "=" or was_sign):
                joined[-1] += word
            else:
                joined.append(word)
            was_sign = word == "="
        return joined[:-1], joined[-1]


@add_completion_class
class Zsh(ZshComplete):
    """zsh is told to look behind the last `=` only."""

    source_template = _ZSH


@add_completion_class
class Fish(FishComplete):
    """fish wants whole words, and its script puts back what stands before the `=`."""

    source_template = _FISH


SHELLS: dict[str, type[ShellComplete]] = {shell.name: shell for shell in (Bash, Zsh, Fish)}


def script(shell: str, command: click.Command, variable: str) -> str:
    """Return what a shell has to run to complete a command; it asks by setting a variable."""
    return SHELLS[shell](command, {}, "privlint", variable).source()
