"""The case being settled: complaint, denunciation, petition or feedback; its steps, clocks, officers and decisions."""
