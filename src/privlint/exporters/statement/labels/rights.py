"""What the rights of the data subject are called, and what each means."""

from privlint.exporters.statement.marking import mark

RIGHT = {
    "access": mark("access"),
    "rectification": mark("rectification"),
    "erasure": mark("erasure"),
    "restriction": mark("restriction of processing"),
    "portability": mark("data portability"),
    "object": mark("right to object"),
    "object_direct_marketing": mark("objection to direct marketing"),
    "withdraw_consent": mark("withdrawal of consent"),
    "no_automated_decision": mark("no decision by a machine alone"),
}

RIGHT_TOLD = {
    "access": mark(
        "You may ask whether we have data about you. If so, you get a copy of them, and "
        "are told what we do with them (Art. 15 GDPR)."
    ),
    "rectification": mark(
        "You may have wrong data corrected and missing data added (Art. 16 GDPR)."
    ),
    "erasure": mark(
        "You may have your data erased, for example when we no longer need them (Art. "
        "17 GDPR). Not where a law obliges us to keep them."
    ),
    "restriction": mark(
        "In some cases you may ask us to keep your data, but not to use them. For "
        "example while we check whether they are right (Art. 18 GDPR)."
    ),
    "portability": mark(
        "You may get the data that you gave us in a common digital format, or have us "
        "send them to somebody else (Art. 20 GDPR). This holds for data that are "
        "processed by computer, on your consent or for a contract with you."
    ),
    "object": mark(
        "You may object to our use of your data, for reasons that have to do with your "
        "situation (Art. 21(1) GDPR). We then stop, unless we have compelling reasons "
        "to go on, or need the data for legal claims."
    ),
    "object_direct_marketing": mark(
        "You may object to direct marketing at any time. You need no reason. We then "
        "stop (Art. 21(2) and (3) GDPR)."
    ),
    "withdraw_consent": mark(
        "You may withdraw your consent at any time (Art. 7(3) GDPR). What we did before "
        "stays lawful."
    ),
    "no_automated_decision": mark(
        "You need not accept a decision with serious effects that a machine takes "
        "alone. You may ask for a person, give your point of view and contest the "
        "decision (Art. 22 GDPR)."
    ),
}

DESCRIBED = {
    "residence": mark("where you live"),
    "work": mark("where you work"),
    "infringement": mark("where the infringement happened"),
    "establishment": mark("where we are established"),
}

AUTOMATED = {
    "yes": mark("A machine takes this decision alone."),
    "no": mark("A person takes part in this decision."),
}

DECISION_SAFEGUARD = {
    "human_intervention": mark("You can ask for a person to look at it."),
    "express_view": mark("You can give your point of view."),
    "contest": mark("You can contest the decision."),
}

DECISION_GROUND = {
    "contract": mark("It is needed for the contract."),
    "law": mark("The law allows it."),
    "consent": mark("It rests on your explicit consent."),
}
