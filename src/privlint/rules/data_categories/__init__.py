"""Kinds of data: special, criminal and national, of children and of others, and from whom."""
