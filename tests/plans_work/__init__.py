"""Plans at work: matched, issued, done, reported. `simulated.py` sets a whole window up for other tests too."""
