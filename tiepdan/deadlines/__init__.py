"""Legal time: the rulebook in force on a day, the calendars, counting a limit and explaining it day by day.

Pure functions of values, no tables: `rulebook` reads rules/deadlines, `calendar` holds days off, `counting` counts,
`explanation` says why, `screen` gives what lists show, `command` serves the command line.
"""
