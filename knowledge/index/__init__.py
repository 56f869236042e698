"""Searchable stores of texts, by vectors and by words. Import the module that you need."""
