"""Registers as files: bytes read into a `Document` that knows the place of everything."""
