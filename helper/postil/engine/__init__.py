"""The rule engine: pure functions from a draft and a rulebook to a review."""
