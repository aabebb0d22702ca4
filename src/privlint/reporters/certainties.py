"""How sure a finding is, in words for people."""

from __future__ import annotations

from privlint.reporters.layout import mark
from privlint.rule import Certainty

SAID = {
    Certainty.CERTAIN: mark("certain: the register alone decides"),
    Certainty.LIKELY: mark("likely: rests on what is known of others, or on a threshold"),
    Certainty.ASK: mark("a question: a person has to decide"),
}
