"""Whether every figure is of the records, and stands beside what it is the figure of."""
