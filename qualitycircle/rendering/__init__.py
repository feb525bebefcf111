"""How we tell it: values become text or SVG. Never prints, never writes."""
