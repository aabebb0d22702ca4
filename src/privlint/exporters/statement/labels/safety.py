"""What is said of security and of minors."""

from privlint.exporters.statement.marking import mark

MEASURE = {
    "appropriate_measures": mark("appropriate measures"),
    "organisational": mark("organisational measures"),
    "technical": mark("technical measures"),
    "encryption_in_transit": mark("encrypted connections"),
    "encryption_at_rest": mark("encrypted storage"),
    "access_control": mark("controlled access"),
    "confidentiality_duty": mark("a duty of confidentiality"),
    "backups": mark("backups"),
    "pseudonymisation": mark("pseudonymisation"),
    "review": mark("regular review"),
    "processors_bound": mark("duties of processors"),
    "virus_free": mark("protection against viruses"),
    "other": mark("other measures"),
}

TOLD_OF_BREACH = {
    "data_subjects": mark("you"),
    "authority": mark("the supervisory authority"),
}

MINOR = {
    "no_intent": mark("We do not mean to collect data of younger people."),
    "consent_needed": mark("Younger people need the consent of their parents."),
    "excluded": mark("Younger people cannot use the website."),
    "encouraged": mark("Parents are asked to watch over what their children do."),
}
