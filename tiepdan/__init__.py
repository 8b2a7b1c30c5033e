"""Tiếp Dân: receiving citizens, processing what they submit, settling cases in time, coordinating agencies around a plan."""
