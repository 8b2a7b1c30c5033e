"""People who log in, the posts they hold at agencies, and how the database learns who is acting."""
