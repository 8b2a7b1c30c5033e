"""Who takes which shift: plain values in and out, OR-tools CP-SAT inside. No Django, no clock.

`values` says what a problem and its answer are, `needs` counts what it asks, `greedy` gives a first answer, `model` writes
it for the solver, `solve` runs it, `check` examines an answer without the solver, `conflicts` says what stands against each
other and the smallest way out. Only `model`, `conflicts` and `solve` load the solver.
"""
