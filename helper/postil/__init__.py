"""Postil: a note in the margin of a post, before it is sent."""
