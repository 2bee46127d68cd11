"""Tests: one behaviour each, figures counted by hand on tests/fixtures/small."""
