"""Back-ups: one folder that holds the database, the stored files and a manifest with hashes. Never the key of the seal."""
