"""The append-only, hash-chained record of every act and of every opening of sealed data."""
