"""Statutory reports as data: forms with columns and checks, periods, days of sending."""
