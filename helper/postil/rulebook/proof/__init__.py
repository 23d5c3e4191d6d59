"""How rules are proved: examples are played on a bench, and again with a part of the topic gone."""
