"""Finding the same content anywhere in the database before an officer acts; linking, never merging silently."""
