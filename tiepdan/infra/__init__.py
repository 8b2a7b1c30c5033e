"""Technical ground shared by every package: database, queue, storage, clock, errors. Knows no word of the domain."""
