"""The wordings by which claims are looked for: what they find, and what they leave alone."""

from __future__ import annotations

import re

import pytest

from privlint.knowledge.facts import Facts, Knowledge

from ..conftest import DAY

FACTS: Facts = Knowledge.load().as_of(DAY)

ENDLESS = re.compile(r"(?<!\\)[*+]|\{\d+,\}")

SENTENCES = [
    # language, sentence (all invented), the claims of which rules would make something
    ("nl", "Uw gegevens worden binnen de EER opgeslagen.", {"data_in_eea"}),
    ("nl", "Wij sturen niets op en bewaren alles binnen de Europese Unie.", {"data_in_eea"}),
    ("nl", "Wij leveren ook buiten de EU.", set()),
    ("nl", "Onze leveranciers zijn gevestigd in de EU.", {"partners_in_eea"}),
    ("nl", "Uw adres komt nooit bij derden.", {"no_sharing"}),
    ("nl", "Uw gegevens worden nooit aan derden verkocht.", set()),
    (
        "nl",
        "Wij geven ze niet aan derden voor commerciële doeleinden.",
        {"never_share_for_commercial_purposes"},
    ),
    ("nl", "De statistieken zijn anoniem.", {"analytics_anonymous"}),
    ("nl", "U kunt anoniem een beoordeling schrijven.", set()),
    ("nl", "Met een IP-adres alleen hebben wij geen persoonsgegevens.", {"browsing_not_personal"}),
    ("nl", "Analytische cookies plaatsen wij zonder toestemming.", {"analytics_without_consent"}),
    ("nl", "Analytische cookies plaatsen wij niet zonder toestemming.", set()),
    ("nl", "Door gebruik van de site gaat u akkoord met deze tekst.", {"consent_by_use"}),
    ("nl", "Wij nemen geen geautomatiseerde besluiten.", {"no_automated_decisions"}),
    ("nl", "U heeft recht op een mens bij een geautomatiseerd besluit.", set()),
    ("nl", "Onze winkel is 100% veilig.", {"no_breach_possible"}),
    ("nl", "Geen enkele site is 100% veilig.", set()),
    ("nl", "Wij gebruiken ze niet voor een ander doel dan dit.", set()),
    ("nl", "Voor de verkoop plaatsen wij een chatbot.", {"ai_chatbot"}),
    ("nl", "U kunt zich afmelden als u geen reclame meer wilt.", set()),
    ("nl", "Zonder cookies kunt u geen bestelling plaatsen.", {"site_requires_cookies"}),
    ("nl", "Zonder adres kunt u geen bestelling plaatsen.", set()),
    ("fr", "Vos données ne sont jamais stockées hors de l\u2019Union.", {"data_in_eea"}),
    ("fr", "Nous ne partageons pas vos données.", {"no_sharing"}),
    ("fr", "Nous ne les utilisons pas à d'autres finalités.", set()),
    ("fr", "Vous avez le droit de ne pas subir une décision automatisée.", set()),
    ("fr", "La liste des destinataires est fournie sur demande.", {"recipients_on_request"}),
    ("fr", "Envoyez une copie sur demande.", set()),
    ("de", "Wir verkaufen nichts und geben Daten nicht an Dritte weiter.", {"no_sharing"}),
    ("de", "Ohne Einwilligung erhalten Sie keinen Newsletter.", set()),
    ("de", "Unsere Seite zeigt keine Werbung.", {"no_ads"}),
    ("de", "Wenn Sie keine Werbung mehr wollen, schreiben Sie uns.", set()),
    ("en", "All data are stored within the EEA.", {"data_in_eea"}),
    ("en", "We never share what you tell us.", {"no_sharing"}),
    ("en", "We will not use them for any other purpose.", set()),
    ("en", "We may use your data for any other purpose.", {"any_other_purpose"}),
    ("en", "Other legal bases are listed in the law.", set()),
    ("en", "We send nothing without consent.", set()),
    ("en", "No method of transmission is completely secure.", set()),
    ("en", "We are not responsible for the weather.", set()),
    ("en", "By using this site you agree to cookies.", {"consent_by_use"}),
    ("en", "A copy is available on request.", set()),
]


@pytest.mark.parametrize(("language", "sentence", "claims"), SENTENCES)
def test_a_sentence_sounds_like_a_claim_or_not(
    language: str, sentence: str, claims: set[str]
) -> None:
    """Common sentences that only share words with a claim are left alone."""
    found = {
        claim.id
        for claim in FACTS.claims()
        if claim.contradicts
        if re.search(FACTS.patterns(claim)[language], sentence, re.IGNORECASE)
    }
    assert found == claims


def test_no_wording_is_without_an_end() -> None:
    """Every quantifier is bounded: a long text cannot keep a search busy."""
    for claim in FACTS.claims():
        for pattern in FACTS.patterns(claim).values():
            assert not ENDLESS.search(pattern), claim.id
