"""What was submitted: its code, content, parties, attachments, eligibility and kind."""
