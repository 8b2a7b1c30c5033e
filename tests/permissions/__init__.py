"""The one permission oracle, and everything compared with it."""
