"""Whom headings, cards and cells of tables name: what is nothing but addressees, or a list of them."""

from __future__ import annotations

from collections.abc import Sequence

from tiepdan.plans.reading import duties, topics
from tiepdan.plans.reading.blocks import is_caps
from tiepdan.plans.reading.labels import label_names
from tiepdan.plans.reading.model import DOUBTFUL, LIKELY, Found
from tiepdan.plans.reading.name_lists import names_at
from tiepdan.plans.reading.normal import Text, pattern


def all_names(text: Text) -> tuple[Found, ...]:
    """Names of a card or a table cell: a list, or several lists one after another, or the words as printed."""
    out: list[Found] = []
    at = 0
    while at < len(text):
        names = names_at(text, at)
        if names:
            stop = pattern(r"[,;.]|\s(?:và|cùng)\s|$").search(text.value, names[-1].end)
            label = text.part(names[-1].start, stop.start() if stop else len(text))
            whole = label_names(label)
            if len(whole) == 1:
                names = [*names[:-1], names[-1]._replace(end=names[-1].start + whole[0].end)]
            out.extend(duties.found_names(text, names))
            at = names[-1].end
        gap = pattern(r"[\s,;.+\-]+|\S+").match(text.value, at)
        at = gap.end() if gap else at + 1
    if not out and pattern(r"\w").search(text.value):
        value = text.value.rstrip(" .;")
        return (Found(value, (text.span(0, len(value)),), DOUBTFUL),)
    return tuple(out)


def ordered_about_money(text: Text) -> tuple[Found, ...]:
    at = topics.money_orders(text)
    return duties.found_names(text, names_at(text, at), LIKELY) if at is not None else ()


def addressed_in_title(title: Text) -> duties.Addressees | None:
    """Addressees of a heading that is nothing but names; None for a topic."""
    prefix = topics.PREFIX.match(title.folded)
    title = topics.without_asked_act(title)
    for at in (0, prefix.end() if prefix else 0):
        names = label_names(title, at)
        if names:
            if is_caps(title.value) and all(n.group for n in names):
                return None  # "NHIỆM VỤ CỦA CÁC CƠ QUAN, ĐƠN VỊ" heads the parts of each
            request = bool(prefix) and title.folded.startswith("đề nghị")
            return duties.Addressees(duties.found_names(title, names), request, len(title))
    return None


def repeats(names: Sequence[Found], above: Sequence[Found]) -> bool:
    """True when a sentence names again, shorter, who was named above ("thành viên Tổ …" for "các thành viên trong Tổ …")."""
    if len(names) != 1 or len(above) != 1:
        return False
    short, long = set(names[0].value.lower().split()), set(above[0].value.lower().split())
    return short < long and len(short) >= 2
