"""Template tags that know the words of the domains."""
