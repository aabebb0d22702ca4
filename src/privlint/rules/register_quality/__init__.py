"""The register itself: references, entries and what nobody has looked at yet."""
