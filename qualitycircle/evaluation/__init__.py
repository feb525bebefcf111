"""What the data say about each link."""
