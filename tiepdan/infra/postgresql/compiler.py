"""Writing statements: to sort by a column, Django compared it with every column that is read, a third of a page's time."""

from __future__ import annotations

from typing import Any

from django.db.backends.postgresql import compiler
from django.db.backends.postgresql.compiler import (
    SQLAggregateCompiler,
    SQLDeleteCompiler,
    SQLInsertCompiler,
    SQLUpdateCompiler,
)

__all__ = ["SQLAggregateCompiler", "SQLCompiler", "SQLDeleteCompiler", "SQLInsertCompiler", "SQLUpdateCompiler"]


class SQLCompiler(compiler.SQLCompiler):
    """Sorts rows of plain columns by the columns themselves, not by their places in the answer.

    written: the statement and its values, where it was put together before (tiepdan.infra.statement)
    """

    written: tuple[str, tuple[Any, ...]] | None = None

    def as_sql(self, with_limits: bool = True, with_col_aliases: bool = False) -> Any:  # Django's
        """Return what was put together before, otherwise put it together."""
        if self.written is not None:
            return self.written
        return super().as_sql(with_limits=with_limits, with_col_aliases=with_col_aliases)

    def _order_by_pairs(self) -> Any:  # Django's own; its stubs say nothing of it
        pairs: Any = super()._order_by_pairs
        query = self.query
        if query.combinator or query.distinct or query.annotations or query.extra:
            return pairs()  # what is sorted by may stand in the answer alone
        read, self.select = self.select, None
        try:
            return list(pairs())
        finally:
            self.select = read
