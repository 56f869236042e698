"""Names that are nearly a record's, made of one, or of none."""
