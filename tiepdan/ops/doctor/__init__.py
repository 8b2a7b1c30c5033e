"""tiepdan doctor: is this installation healthy, and what is to be done where it is not."""
