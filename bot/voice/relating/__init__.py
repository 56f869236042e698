"""What follows from the figures of records: who is harder, how many of how many, sums, shares."""
