"""What the demo remembers while it is being told, so that it can be told on after an interruption. Empty elsewhere."""

from __future__ import annotations

from django.db import models


class ToldTurn(models.Model):
    """One turn of a story of the demo and what its acts gave back: keys, never content. Gone when the part is told."""

    part = models.CharField(max_length=10)
    story = models.IntegerField()  # -1: the part has begun
    turn = models.IntegerField()
    came = models.JSONField(default=list)

    class Meta:
        """Each turn is told once."""

        constraints = (models.UniqueConstraint(fields=["part", "story", "turn"], name="ops_toldturn_once"),)
