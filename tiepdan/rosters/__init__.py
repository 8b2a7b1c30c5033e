"""Task forces, rosters and duty: who is where and when, every day of a window, weekends and holidays too."""
