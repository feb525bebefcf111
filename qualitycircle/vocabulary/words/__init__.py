"""Sentences and labels of one room each, in Danish and English."""
