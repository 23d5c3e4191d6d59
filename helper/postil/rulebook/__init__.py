"""Rule files in YAML become the model's values, or the list of everything that is wrong with them."""
