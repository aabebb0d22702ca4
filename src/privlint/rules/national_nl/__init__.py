"""Dutch law beside the GDPR (Telecommunicatiewet, Burgerlijk Wetboek)."""
