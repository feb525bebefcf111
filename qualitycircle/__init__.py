"""qualitycircle: programme theories as text, held against data, link by link."""

__version__ = "0.1.0"
