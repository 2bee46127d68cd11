"""Sidang: which regional body met when, where, with whom and with what result, and who held which status on any day."""
