"""The daily situation report of a window: what happened that day at an agency, sent up at the hour set."""
