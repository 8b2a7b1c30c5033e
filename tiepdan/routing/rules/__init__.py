"""Plain rules of routing: competence by the dated decision tables of rules/competence."""
