"""The shape of a register: what it can say, apart from what the law wants it to say."""
