"""What happens at reception offices: a group comes, a tense meeting. About the event and the case, never files on people."""
