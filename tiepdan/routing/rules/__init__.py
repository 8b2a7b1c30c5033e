"""Plain rules of routing: competence by dated decision tables, who is meant in the tree, which act is lawful."""
