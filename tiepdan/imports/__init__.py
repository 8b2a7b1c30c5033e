"""Old books moved in: a spreadsheet of a reception book, of submissions or of outgoing papers becomes lines of the program.

In law: the books of NĐ 154/2026 (03/TCD) and of the office. In practice: columns are matched on screen, a rehearsal names what
is wrong with which row, everything comes in or nothing does, and a whole import can be taken back: voided, numbers kept.
"""
