"""Read arguments, call, print, exit. The only place that prints."""
