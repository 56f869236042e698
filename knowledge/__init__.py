"""What the assistant knows and how it is found; knows neither Discord nor a language model."""
