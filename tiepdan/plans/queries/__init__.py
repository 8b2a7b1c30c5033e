"""Reads of plans: documents, tasks, reports, registers, boards."""

from __future__ import annotations

from tiepdan.plans.queries.documents import PAGE_SIZE, plans_page

__all__ = ["PAGE_SIZE", "plans_page"]
