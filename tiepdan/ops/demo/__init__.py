"""Demo data: one province with its agencies, invented people, and three years of work done through the real acts."""
