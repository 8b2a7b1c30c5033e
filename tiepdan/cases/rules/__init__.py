"""What the law lets happen to a case now. Pure: procedures are read from rules/procedures, nothing here knows Django."""
