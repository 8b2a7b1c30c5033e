"""The front desk: every channel by which a citizen or a submission comes in, and the reception book."""
