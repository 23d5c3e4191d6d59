"""Frozen values that every other room speaks in: drafts, findings, topics, policies."""
