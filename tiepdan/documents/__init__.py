"""Papers: statutory forms and letters, their numbering, rendering (DOCX, PDF, screen) and stored files.

In law: the forms annexed to the decrees on reception, complaints and denunciations and to the circular on processing
submissions, drawn up in the layout of Decree 30/2020. In practice: what an officer signs, numbers, stamps and sends.
"""
