"""Yes and no: what is affirmed, denied, turned round or promised against the answer."""
