"""Fields of one duty: who is addressed, with whom, reporting to whom and through whom, how often."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tiepdan.plans.reading.agencies import Name
from tiepdan.plans.reading.lexicon import ADVERB, FUNCTION, OPENER, VERB
from tiepdan.plans.reading.model import DOUBTFUL, LIKELY, SURE, Found
from tiepdan.plans.reading.name_lists import find_names, names_at
from tiepdan.plans.reading.normal import Text

_ORDER: Final = re.compile(
    r"(?P<verb>giao|đề nghị|yêu cầu|phân công|kính đề nghị|trân trọng đề nghị|ủy quyền(?: cho)?)(?:\s+(?:nhiệm "
    r"vụ\s+)?(?:cho|đối với|đến))?\s*:?\s+"
)
_INTRO: Final = re.compile(
    r"(?:trên cơ sở|căn cứ|theo |khi |trường hợp|trong |để |nhằm |định kỳ|hàng |hằng |sau |ngay |trước |kết "
    r"thúc|chậm nhất|đối với|từ |ngoài|"
    r"quá trình|nếu |riêng|đồng thời|ngày |vào |tùy|đặc biệt|kể từ|về |trên đây|nhận được|đến )"
)
_STRICT: Final = re.compile(
    r"[,:]?\s*(?:có trách nhiệm|có nhiệm vụ|có mặt|có văn bản|phải|cần|chịu|tích cực|tùy|sẽ|là đầu mối|là cơ "
    r"quan|làm|cùng|theo chức năng|không)(?!\w)"
)
_AFTER: Final = re.compile(r"\s*(?:\([^()]{1,120}\)\s*)?[,:]?\s*")
_LEADING: Final = re.compile(r"(?:do|giao)\s+(?=\w)")
_WITH: Final = re.compile(
    r"(?:phối hợp|phối kết hợp|kết hợp)(?:[\s,]+(?:và|chặt chẽ|thường xuyên|kịp thời|đồng bộ|hiệu quả|tốt|nhịp "
    r"nhàng|chủ động|tích cực|liên tục|có hiệu quả))*"
    r"\s+(?:cùng với|cùng|với)\s+|(?<!đối )(?<!liên hệ )cùng với\s+|phối hợp\s+(?=các |những |ban |sở |ubnd |ủy "
    r"ban |công an )"
)
_CONTACT: Final = re.compile(r"liên hệ\s+(?:chặt chẽ\s+|thường xuyên\s+)?với\s+")
_JOINED: Final = re.compile(r"(?:yêu cầu|đề nghị|mời)\s+(?=\w)")
_REPORT: Final = re.compile(r"báo cáo|phản ánh|gửi|thông tin,? báo cáo")
_DIRECT: Final = re.compile(
    r"(?:\s*,?\s*(?:và\s+)?(?:xin ý kiến(?: chỉ đạo)?(?: của)?|tham mưu|đề xuất|kịp thời|trực tiếp|ngay|kết quả|"
    r"bằng văn bản|nhanh|đột xuất|"
    r"định kỳ|tổng hợp|giải trình|thông tin))*\s*(?:về|với|cho|lên|đến|gửi về|gửi|trình|tới)?\s+"
)
_TO: Final = re.compile(r"\s(?:gửi về|gửi đến|gửi cho|gửi|về|với|lên|đến|tới|cho|trình)\s+(?:cho\s+|đến\s+|về\s+)?")
_NOT_TO: Final = re.compile(
    r"(?:phối hợp|kết hợp|liên hệ|cùng|đối|đối thoại|làm việc|trao đổi|quán triệt|tiếp xúc|gắn|so|phù hợp|tuyên "
    r"truyền|hướng dẫn|chỉ đạo)$"
)
_OBJECT_BEFORE: Final = re.compile(r"(?:kiến nghị|tố cáo|khiếu nại|đơn|nội dung|ý kiến|tiếp nhận|trả lời)[,\s]+$")
_SENT_TO: Final = re.compile(r"\s+(?:về|đến|cho)\s")
_ON_DEMAND: Final = re.compile(r"(?:khi có yêu cầu|theo yêu cầu|khi được yêu cầu|theo chỉ đạo)\s+của\s+")
_VIA: Final = re.compile(r"\(\s*(?:thông\s+)?qua\s+|,\s*(?:thông\s+)?qua\s+")
_PURPOSE: Final = re.compile(r"(?:^|[\s,])để\s(?:[^;.]{0,70}?[\s,])?$")
_ADVICE: Final = re.compile(
    r"(?:chế độ|nội dung|hội nghị|số liệu|mẫu|thông tin|xây dựng|dự thảo|thời gian|nghe|soạn thảo|việc|công tác)\s+$"
)

_INTERVALS: Final = (
    ("daily", re.compile(r"(?:hàng|hằng|mỗi)\s+ngày|tất cả các ngày|24\s?/\s?24|(?:kể|bao "
                         r"gồm)\s?(?:cả)?\s+(?:các )?ngày (?:nghỉ|thứ|lễ|chủ nhật)|"
                         r"ngày thứ (?:7|bảy)[^.;]{0,20}chủ nhật|các ngày trong tuần|liên tục các ngày|7 "
                         r"ngày/tuần|24h/24h|24 giờ/ngày")),
    ("weekly", re.compile(r"(?:hàng|hằng|mỗi)\s+tuần|(?:01|1|một) (?:lần|buổi|ngày)/(?:01 |1 )?tuần")),
    ("monthly", re.compile(r"(?:hàng|hằng|mỗi)\s+tháng|(?:01|1|một) (?:lần|ngày)/tháng")),
    ("quarterly", re.compile(r"(?:hàng|hằng|mỗi)\s+quý")),
    ("half-yearly", re.compile(r"(?:định kỳ|báo cáo)\s+(?:0?6|sáu) tháng(?! đầu)")),
    ("yearly", re.compile(r"(?:hàng|hằng|mỗi)\s+năm")),
)  # fmt: skip
_CONDITION_FIRST: Final = re.compile(
    r"(?:khi|nếu|trường hợp|trong trường hợp|đối với (?:các |những )?(?:vụ việc|trường hợp|tình huống))\s"
)
_CONDITION: Final = re.compile(
    r"(?<!ngay )(?<!trước )(?<!sau )(?<!đến )(?<!trong )(?<!từ )(?:khi (?:có|xảy ra|phát sinh|cần|được yêu cầu|"
    r"xuất hiện)|nếu (?:có|cần|phát sinh|xảy ra)|"
    r"trường hợp (?:có|cần|phát sinh|xảy ra)|theo yêu cầu của)(?!\w)"
)
_UNPLANNED: Final = re.compile(r"(?:báo cáo|kiểm tra|họp|thanh tra)\s+(?:nhanh\s+)?đột xuất")
_MIXED: Final = re.compile(
    r"(?:thường xuyên|định kỳ)[,\s]+(?:và |hoặc |hay )?(?:định kỳ[,\s]+)?(?:và |hoặc |hay )?đột xuất"
)


@dataclass(frozen=True, slots=True)
class Addressees:
    """Who a sentence obliges. `request`: by "Đề nghị". `rest` is where the duty itself begins."""

    names: tuple[Found, ...]
    request: bool
    rest: int


def found_names(text: Text, names: Sequence[Name], confidence: float = SURE) -> tuple[Found, ...]:
    """Names as values with their source; a body without a level takes that of the last one in its list."""
    out: list[Found] = []
    level = _shared_level(text, names)
    for name in names:
        part = text.part(name.start, name.end)
        value, spans = part.value, [part.span(0, len(part))]
        if level and part.folded in _BARE:
            value = f"{value} {level.value}"
            spans.append(level.span(0, len(level)))
        out.append(Found(value, tuple(spans), confidence))
    return tuple(out)


_BARE: Final = frozenset(
    (
        "ubnd",
        "hđnd",
        "ủy ban nhân dân",
        "hội đồng nhân dân",
        "thường trực hđnd",
        "thường trực hội đồng nhân dân",
        "mttq",
        "ubmttq",
    )
)


def _shared_level(text: Text, names: Sequence[Name]) -> Text | None:
    """ "Thường trực HĐND, UBND, Ủy ban MTTQ tỉnh": the level printed once for all."""
    if len(names) < 2 or text.part(names[0].start, names[0].end).folded not in _BARE | {"ban thường trực"}:
        return None
    last = text.part(names[-1].start, names[-1].end)
    found = re.search(
        r"\s((?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|các xã, phường|cấp xã)(?:\s.*)?)$",
        last.folded,
    )
    return last.part(found.start(1)) if found else None


def _obliges(text: Text, at: int) -> int | None:
    """Where the duty begins when the words at `at` (after a name) oblige; None when they do not."""
    gap = _AFTER.match(text.folded, at)
    pos = gap.end() if gap else at
    if pos >= len(text):
        return None
    if VERB.match(text.folded, pos) or ADVERB.match(text.folded, pos) or OPENER.match(text.folded, pos):
        return pos
    return None


def addressees(text: Text) -> Addressees | None:
    """Addressees named in the sentence itself; None when it names none."""
    order = _ORDER.match(text.folded)
    if order:
        names = names_at(text, order.end())
        if names:
            rest = _AFTER.match(text.folded, names[-1].end)
            return Addressees(
                found_names(text, names), "đề nghị" in order.group("verb"), rest.end() if rest else names[-1].end
            )
        return None
    names = names_at(text, 0)
    if names:
        nested = re.compile(r"\s*(?:\([^)]*\)\s*)?(?=giao |đề nghị |yêu cầu |phân công )").match(
            text.folded, names[-1].end
        )
        if nested and (inner := addressees(text.part(nested.end()))):
            return inner
        rest_at = _obliges(text, names[-1].end)
        if rest_at is not None:
            return Addressees(found_names(text, names), False, rest_at)
        if re.compile(r"\s*(?:\([^)]*\)\s*)?:").match(text.folded, names[-1].end):
            return Addressees(found_names(text, names), False, names[-1].end)
        return None
    if _INTRO.match(text.folded):
        return _after_intro(text)
    return None


def _after_intro(text: Text) -> Addressees | None:
    """ "Căn cứ Kế hoạch này, yêu cầu các phòng …", "Trên cơ sở …, Thủ trưởng các sở … xây dựng …"."""
    stop = re.search(r"[.;](?:\s|$)", text.folded)
    end = stop.start() if stop else len(text)
    for comma in re.finditer(r",\s+|:\s+", text.folded[:end]):
        order = _ORDER.match(text.folded, comma.end())
        names = names_at(text, order.end() if order else comma.end())
        if not names:
            continue
        at = names[-1].end
        gap = _AFTER.match(text.folded, at)
        pos = gap.end() if gap else at
        issuer_orders = re.compile(r"(?:giao|yêu cầu|đề nghị|phân công)\s").match(text.folded, pos)
        if issuer_orders and not order:
            second = _ORDER.match(text.folded, pos)
            inner = names_at(text, second.end()) if second else []
            if inner:
                return Addressees(found_names(text, inner, LIKELY), "đề nghị" in issuer_orders.group(), inner[-1].end)
        if order or VERB.match(text.folded, pos) or ADVERB.match(text.folded, pos) or _STRICT.match(text.folded, at):
            if (
                not order
                and re.search(r"(?:của|với|và|về|cho|từ|giữa|đến)\s[^,]{0,60}$", text.folded[: comma.start()])
                and _listed(text, comma.start())
            ):
                continue
            return Addressees(found_names(text, names, LIKELY), bool(order and "đề nghị" in order.group("verb")), pos)
    return None


def _listed(text: Text, comma: int) -> bool:
    """True when the comma stands inside a list of names ("ý kiến của A, B")."""
    for found in re.finditer(r"(?:của|với|về|cho|từ|giữa|đến)\s+", text.folded[:comma]):
        names = names_at(text, found.end())
        if len(names) > 1 and names[0].end <= comma < names[-1].end:
            return True
    return False


def addressed_by_intro(text: Text) -> Addressees | None:
    """Addressees of a paragraph that opens a list: "…, Sở yêu cầu các đơn vị … thực hiện các nhiệm vụ sau:"."""
    for found in re.finditer(r"(?:^|[\s,])(?P<verb>yêu cầu|đề nghị|giao|phân công)\s+", text.folded):
        names = names_at(text, found.end())
        if names:
            return Addressees(found_names(text, names, LIKELY), found.group("verb") == "đề nghị", names[-1].end)
    return addressees(text)


def assigned_lead(text: Text) -> tuple[Found, ...]:
    """ "… do Thanh tra tỉnh chủ trì": the lead named after the duty."""
    for found in _LEADING.finditer(text.folded):
        names = names_at(text, found.end())
        if names and re.compile(r"\s+(?:làm đầu mối,? )?(?:chủ trì|thực hiện|làm đầu mối)").match(
            text.folded, names[-1].end
        ):
            return found_names(text, names, LIKELY)
    return ()


def _unique(values: Sequence[Found]) -> tuple[Found, ...]:
    seen: dict[str, Found] = {}
    for value in values:
        seen.setdefault(value.value.lower(), value)
    return tuple(seen.values())


def coordinating(text: Text) -> tuple[Found, ...]:
    """Units after "phối hợp với", "cùng với", and those asked to join in the middle of the duty."""
    out: list[Found] = []
    for found in _WITH.finditer(text.folded):
        names = names_at(text, found.end())
        if names:
            out.extend(found_names(text, names))
        elif text.folded[found.start() :].startswith("cùng với"):
            continue
        elif (chunk := _chunk(text, found.end())) is not None:
            out.append(Found(chunk.value, (chunk.span(0, len(chunk)),), DOUBTFUL))
    for found in _JOINED.finditer(text.folded, 1):
        names = names_at(text, found.end())
        if names and re.compile(r"[^,;.]{0,40}?phối hợp(?!\s+(?:chặt chẽ )?(?:với|cùng))").match(
            text.folded, names[-1].end
        ):
            if addressees(text) and text.folded[: found.start()].strip(" ,") == "":
                continue
            intro = addressees(text)
            if intro and {n.value for n in intro.names} & {n.value for n in found_names(text, names)}:
                continue
            out.extend(found_names(text, names, LIKELY))
    return _unique(out)


def _chunk(text: Text, at: int) -> Text | None:
    """Words after "phối hợp với" that are no known name, up to a verb or a stop (eight at most)."""
    end = at
    for count, word in enumerate(re.compile(r"\S+").finditer(text.value, at)):
        if count and (VERB.match(text.folded, word.start()) or FUNCTION.match(text.folded, word.start())):
            break
        if count == 8:
            return None
        end = word.end()
        if text.value[end - 1] in ",;.:)":
            end -= 1
            break
    part = text.part(at, end)
    return part if len(part) > 3 and not VERB.match(part.folded) and not FUNCTION.match(part.folded) else None


def contacting(text: Text) -> tuple[Found, ...]:
    """Units after "liên hệ với": neither coordination nor report."""
    return _unique([n for m in _CONTACT.finditer(text.folded) for n in found_names(text, names_at(text, m.end()))])


def reporting(text: Text) -> tuple[tuple[Found, ...], Found | None]:
    """Units reported to ("báo cáo", "phản ánh về", "gửi về") and the one through which ("(qua …)")."""
    out: list[Found] = []
    sentence_of_last = -1
    for found in _REPORT.finditer(text.folded):
        sentence = max(text.folded.rfind(". ", 0, found.start()), text.folded.rfind("; ", 0, found.start()))
        word = found.group()
        if (
            word in {"phản ánh", "gửi"}
            and _OBJECT_BEFORE.search(text.folded[: found.start()])
            and (word == "phản ánh" or not _SENT_TO.match(text.folded, found.end()))
        ):
            continue
        if out and sentence == sentence_of_last and _PURPOSE.search(text.folded[: found.start()]):
            continue  # "gửi về A để tổng hợp, báo cáo B": it is A who reports to B
        names = _receivers(text, found.end(), word)
        if names:
            out.extend(found_names(text, names, LIKELY))
            sentence_of_last = sentence
    if not out and "báo cáo" in text.folded:
        for demand in _ON_DEMAND.finditer(text.folded):
            names = names_at(text, demand.end())
            said = text.folded.rfind("báo cáo", 0, demand.start())
            if names and said >= 0 and not re.search(r"[;.]\s", text.folded[said : demand.start()]):
                out.extend(found_names(text, names, LIKELY))
    via = None
    for found in _VIA.finditer(text.folded):
        names = names_at(text, found.end())
        if names and out:
            via = found_names(text, names[:1])[0]
            break
    return _unique(out), via


def _receivers(text: Text, at: int, word: str) -> list[Name]:
    direct = _DIRECT.match(text.folded, at)
    if direct:
        if word != "báo cáo" and not re.search(r"(?:về|đến|cho|với|tới|lên)\s+$", direct.group()) and word != "gửi":
            return []
        names = find_names(text, direct.end(), within=0)
        if names and (word != "báo cáo" or not _bare_group(text, names[0])):
            return names
        bare = re.compile(r"(?:sở|phường|xã|huyện|tỉnh|ủy ban|cấp trên)(?=\s*(?:\(|để|,|\.|;|$|trước))").match(
            text.folded, direct.end()
        )
        if bare and re.search(r"(?:về|cho|với|gửi|đến)\s+$", direct.group()):
            return [Name(bare.start(), bare.end())]
    stop = re.compile(r"[;.](?:\s|$)|\s(?:nhằm|phối hợp|tham mưu)\s").search(text.folded, at)
    end = stop.start() if stop else len(text)
    for to in _TO.finditer(text.folded, at, end):
        if _NOT_TO.search(text.folded[: to.start()]):
            continue
        names = names_at(text, to.end())
        if names and text.folded[to.start() : to.end()].strip() in {"cho", "đến"} and to.start() > at + 90:
            continue
        if names and not _bare_group(text, names[0]):
            return names
        bare = re.compile(r"(?:sở|phường|xã|huyện|tỉnh|ủy ban|cấp trên)(?=\s*(?:\(|để|,|\.|;|$|trước))").match(
            text.folded, to.end()
        )
        if bare:
            return [Name(bare.start(), bare.end())]
    return []


def _bare_group(text: Text, name: Name) -> bool:
    """ "báo cáo các vụ việc …": a counted group of things is no receiver."""
    return name.group and not re.match(
        r"(?:các )?(?:cơ quan|cấp|đơn vị|sở|đồng chí|ban|tổ chức|bộ)", text.folded[name.start : name.end]
    )


def recurrence(text: Text) -> Found | None:
    """How often: an interval, or as-needed for a duty under a condition. None for "thường xuyên" and for "định kỳ" alone."""
    for value, pattern in _INTERVALS:
        found = pattern.search(text.folded)
        if found:
            return Found(value, (text.span(found.start(), found.end()),), SURE)
    first = _CONDITION_FIRST.match(text.folded)
    if first and not re.match(r"đối với [^,.;]{0,60}\bđã\b", text.folded):
        return Found("as-needed", (text.span(0, first.end()),), LIKELY)
    sentences = [s for s in re.split(r"(?<=[^\d\s])[.]\s+(?=\S)", text.folded) if len(s) > 3]
    condition = _CONDITION.search(text.folded)
    if condition and len(sentences) == 1:
        return Found("as-needed", (text.span(condition.start(), condition.end()),), LIKELY)
    unplanned = _UNPLANNED.search(text.folded)
    if unplanned and not _MIXED.search(text.folded):
        return Found("as-needed", (text.span(unplanned.start(), unplanned.end()),), DOUBTFUL)
    return None
