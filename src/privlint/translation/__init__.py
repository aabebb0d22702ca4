"""What a report says, in another language than English, which all is written in."""
