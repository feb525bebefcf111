"""What was observed: a provider's files, read, checked and served as blocks of whole persons."""
