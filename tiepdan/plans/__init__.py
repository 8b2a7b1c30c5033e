"""Plans (kế hoạch): a signed plan document becomes bases, periods, sections, assignments, tasks and deadlines to follow."""
