"""Conditions of acts: small pure functions of the facts of a case. A procedure file names them; it can name no others."""
