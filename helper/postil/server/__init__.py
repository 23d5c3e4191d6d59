"""The helper: sealed questions in, sealed answers out, on the loopback address alone."""
