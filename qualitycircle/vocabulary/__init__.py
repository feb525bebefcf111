"""The words: keys of the YAML, fixed values, sentences, in Danish and English."""
