"""Orders to several bodies in one sentence: "Giao A theo dõi; đề nghị B bảo đảm an ninh"."""

from __future__ import annotations

import re
from typing import Final

from tiepdan.plans.reading.duties import ORDER, obliges_at
from tiepdan.plans.reading.name_lists import names_at
from tiepdan.plans.reading.normal import Text, pattern

_NEXT_ORDER: Final = re.compile(
    r"(?P<link>\s*[;,]\s*(?:và\s+|đồng thời,?\s+)?|\s+(?:và|đồng thời)\s+)(?P<verb>giao|đề nghị|yêu cầu|phân công)"
    r"(?:\s+(?:nhiệm vụ\s+)?(?:cho|đối với|đến))?\s+"
)
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
