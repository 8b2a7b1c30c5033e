"""Acts on registers, stored files, papers and deliveries, one module per noun."""

from tiepdan.documents.actions.registers import cancel_number, take_number

__all__ = ["cancel_number", "take_number"]
