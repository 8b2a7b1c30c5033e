"""Periodic statistics, boards and exports: reads everything that may be read, writes nothing."""
