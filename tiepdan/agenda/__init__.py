"""When and where an office receives: heads' sessions with their conclusions, regular hours, appointments, the queue."""
