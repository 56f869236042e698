"""How people write: one spelling for numbers, days, times and words; no record is known here."""
