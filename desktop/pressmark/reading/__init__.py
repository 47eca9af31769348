"""One file in, one Article out: pure functions, no state, no index."""
