"""Ordinary words: which of them join, which claim, which are quoted."""
