"""What the records of an answer hold: what they are called, their rows, what can be compared."""
