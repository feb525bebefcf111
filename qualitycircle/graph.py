"""Theory as a graph."""
