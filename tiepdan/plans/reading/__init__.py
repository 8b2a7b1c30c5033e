"""Reading a plan: from the text of a document to who must do what, with whom, by when, reporting to whom, under which law.

One file per stage, in this order: `files` (bytes to text), `normal` (letters, blanks, with the way back to the source),
`lines`, `tables` and `blocks` (rows, lines joined to paragraphs), `kinds` (which documents stand in the file), `head` and `foot`,
`outline` (headings and items), `citations`, `periods`, `duties` (fields of one task), `tasks`, `assemble`, `output`.
Pure and deterministic: the same text gives the same reading; nothing is fetched, nothing is guessed from names of places or people.
"""
