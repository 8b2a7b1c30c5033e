"""Plain rules of the repeat check: what a text is reduced to, and how alike two of them are. No tables."""
