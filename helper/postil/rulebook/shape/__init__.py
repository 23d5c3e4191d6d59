"""The shapes that a rule file is made of: each reads a YAML node strictly and can say itself as JSON Schema."""
