"""The parts of the format `html`: findings, matrix, filters, and the pictures of a shop."""
