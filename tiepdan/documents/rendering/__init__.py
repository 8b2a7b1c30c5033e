"""From one form text in `rules/forms` to PDF, DOCX, plain text and HTML. Plain Python: no Django, no clock.

`forms` loads and checks the texts, `compose` fills one, `pdf`, `word` and `screen` draw the same composed paper.
"""
