"""Tests of the dated facts and of what they answer."""
