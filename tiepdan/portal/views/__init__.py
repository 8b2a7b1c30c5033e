"""Views of the portal, one module per thing a citizen does."""
