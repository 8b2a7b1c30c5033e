"""What is followed: a matter, the agencies taking part, who is assigned, which clocks run, who is told.

A matter is the anchor of rights. Whether somebody sees a row of any table with a matter_id is decided here, in the
database, from one row per matter and agency (participation) and the assignments.
"""
