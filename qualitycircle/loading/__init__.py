"""Text to values, and back: YAML with places, schemas, build, the project folder, edits."""
