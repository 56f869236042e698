"""One rendered answer to be said again: what of it may be repeated, and what must be said."""
