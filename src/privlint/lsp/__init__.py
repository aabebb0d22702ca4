"""The language server: what an editor shows of a register while it is written."""
