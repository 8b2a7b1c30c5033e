"""REST, version 1: the same acts and the same rights as the desk, for other systems."""
