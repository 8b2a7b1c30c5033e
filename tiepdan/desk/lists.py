"""What lists have in common: heads that sort, filters an officer keeps, acts on several rows with an answer for each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlencode

from django import forms
from django.db import transaction
from django.http import QueryDict
from django.utils.translation import gettext as _

from tiepdan.desk.labels import refusal_text
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.access import NotFound
from tiepdan.matters.models import SavedFilter
from tiepdan.matters.queries import ListOrder, Sorting, list_saved_filters
from tiepdan.matters.rules import KEPT, SavedPage
from tiepdan.ui.words import Words, said

MOST_ROWS: Final = 50  # chosen at once: what one page shows
NOT_FOUND: Final = "Không tìm thấy, hoặc không thuộc phần bạn được xem và làm."
ORDERS: Final = [
    ("", "Mới nhận trước"), ("ngay", "Nhận lâu nhất trước"), ("don", "Tên, A đến Y"), ("-don", "Tên, Y đến A"),
    ("han", "Hạn gần nhất trước"), ("-han", "Hạn xa nhất trước"), ("nguoi", "Người xử lý, theo tên A đến Y"),
    ("-nguoi", "Người xử lý, theo tên Y đến A"),
]  # fmt: skip
_WORDS: Final = Words({True: "bấm để xếp ngược lại", False: "bấm để xếp theo cột này"})


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column as a link."""

    url: str
    aria: str  # ascending, descending, or empty: not sorted by it
    words: str


@dataclass(frozen=True, slots=True)
class Kept:
    """Filters kept for a list, and the conditions shown now as they would be kept."""

    page: str
    rows: list[SavedFilter]
    query: str


@dataclass(frozen=True, slots=True)
class ActForSeveral:
    """One act offered for the chosen rows."""

    code: str
    title: str
    button: str
    form: forms.Form


@dataclass(frozen=True, slots=True)
class Several:
    """The acts a list offers for its chosen rows."""

    url: str
    acts: Sequence[ActForSeveral]
    open: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """How a row is called in the answer."""

    title: str
    code: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What came of one row."""

    title: str
    code: str = ""
    url: str = ""
    why: str = field(default="")  # not done, and why


def heads(*, query: QueryDict, sorting: Sorting, by_handler: bool) -> dict[str, Head]:
    """Return the heads of a list: a second click on one turns its order round."""
    kept = {name: value for name, value in query.items() if name not in {"sau", "sap"} and value}
    found = {}
    for one in ListOrder:
        if one is ListOrder.HANDLER and not by_handler:
            continue
        here = sorting.by is one
        turned = Sorting(one, not sorting.down if here else one is ListOrder.DATE)
        aria = ("descending" if sorting.down else "ascending") if here else ""
        url = f"?{urlencode({**kept, 'sap': turned.written})}"
        found[one.value] = Head(url, aria, _WORDS[here])
    return found


def kept_filters(*, page: SavedPage, query: QueryDict) -> Kept:
    """Return the filters of a list. Cost: 1 query."""
    shown = [(name, value) for name, value in query.items() if name in KEPT[page] and value not in {"", "0"}]
    return Kept(page.value, list_saved_filters(page=page.value), urlencode(sorted(shown)))


def do_each(*, keys: Sequence[str], names: Mapping[str, Named], act: Callable[[str], object]) -> list[Told]:
    """Do an act on each row, apart from the others: each is done whole, or not at all and says why.

    names: rows that the acting post sees; absent and foreign ones answer alike
    """
    told = []
    for key in list(dict.fromkeys(keys))[:MOST_ROWS]:
        named, why = names.get(key), ""
        try:
            if named is None:
                raise NotFound(key)
            with transaction.atomic():
                act(key)
        except ActionRefused as refused:
            why = refusal_text(refused.verdict).text
        except NotFound:
            why = said(NOT_FOUND)
        shown = named or Named(_("Dòng đã chọn"))
        told.append(Told(shown.title, shown.code, shown.url, why))
    return told
