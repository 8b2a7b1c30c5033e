"""Django's PostgreSQL, without two costs that every request paid: a question whether the connection lives, and sorting."""
