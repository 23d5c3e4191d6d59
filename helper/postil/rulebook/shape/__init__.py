"""The shapes of a rule file's parts: each reads a YAML node strictly, and can say itself as JSON Schema."""
