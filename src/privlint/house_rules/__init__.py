"""Rules that a house adds to those of the law: from YAML files, and from installed packages."""
