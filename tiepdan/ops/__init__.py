"""Operators' commands: run, serve, demo, keys, checks."""
