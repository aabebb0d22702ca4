"""What becomes of findings before they are counted."""
