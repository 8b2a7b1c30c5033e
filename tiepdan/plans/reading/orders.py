"""Orders behind a label, and to several bodies in one sentence: "Giao A theo dõi; đề nghị B bảo đảm an ninh"."""

from __future__ import annotations

import re
from typing import Final

from tiepdan.plans.reading.duties import ORDER, Addressees, addressees, obliges_at
from tiepdan.plans.reading.name_lists import names_at
from tiepdan.plans.reading.normal import Text, pattern

_NEXT_ORDER: Final = re.compile(
    r"(?P<link>\s*[;,]\s*(?:và\s+|đồng thời,?\s+)?|\s+(?:và|đồng thời)\s+)(?P<verb>giao|đề nghị|yêu cầu|phân công)"
    r"(?:\s+(?:nhiệm vụ\s+)?(?:cho|đối với|đến))?\s+"
)
_LABEL: Final = re.compile(r"[^:.;\d]{3,100}:\s+(?=\w)")
_LINK: Final = re.compile(r"(?:\s*[;,]\s*(?:và\s+|đồng thời,?\s+)?|\s+(?:và|đồng thời)\s+)$")


def second_order(text: Text) -> int | None:
    """Where a sentence that orders one body orders another: "Giao A …; đề nghị B …". One that is to join in is none."""
    first = ORDER.match(text.folded)
    if first is None:
        return None
    for found in _NEXT_ORDER.finditer(text.folded, first.end()):
        verb = found.group("verb")
        if ";" not in found.group("link") and verb != "giao" and verb not in first.group("verb"):
            continue  # "Giao A rà soát, đề nghị B xử lý": A may be the one who asks
        if "," in found.group("link") and verb != first.group("verb"):
            continue
        names = names_at(text, found.end())
        at = obliges_at(text, names[-1].end) if names else None
        if at is not None and not pattern(r"(?:cùng |tham gia )?phối hợp(?!\s+(?:[^,;.]{0,30}\s)?với\s)").match(
            text.folded, at
        ):
            return found.start("verb")
    return None


def order_end(text: Text, second: int) -> int:
    """End of the first order: before the stop or the word that joins the second to it."""
    link = _LINK.search(text.folded[:second])
    return link.start() if link else second


def after_label(text: Text) -> Addressees | None:
    """ "Về cơ sở vật chất: Văn phòng … bố trí …": who is named behind a label that names nobody."""
    label = _LABEL.match(text.folded)
    if label is None or not text.value[label.end()].isupper():
        return None
    named = addressees(text.part(label.end()))
    return Addressees(named.names, named.request, label.end() + named.rest) if named else None
