"""Sessions of heads."""
