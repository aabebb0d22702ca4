"""How sure a finding is, in words for people."""

from __future__ import annotations

from privlint.rule import Certainty

SAID = {
    Certainty.CERTAIN: "certain: the register alone decides",
    Certainty.LIKELY: "likely: rests on what is known of others, or on a threshold",
    Certainty.ASK: "a question: a person has to decide",
}
