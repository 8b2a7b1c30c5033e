"""Fields of one duty: who is addressed, with whom, reporting to whom and through whom, how often."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tiepdan.plans.reading.agencies import Name
from tiepdan.plans.reading.labels import run_in_names
from tiepdan.plans.reading.lexicon import ADVERB, FUNCTION, OPENER, VERB
from tiepdan.plans.reading.model import DOUBTFUL, LIKELY, SURE, Found
from tiepdan.plans.reading.name_lists import find_names, names_at
from tiepdan.plans.reading.names import BODY, HEAD
from tiepdan.plans.reading.normal import Text, pattern

ORDER: Final = re.compile(
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
# "Cơ quan giới thiệu người ứng cử có trách nhiệm …": which of them, before what they must do.
_WHO_IS_MEANT: Final = re.compile(
    r"(?P<clause>(?:giới thiệu|đang|chưa|còn|nơi|để xảy ra|nhận được)\s[^,;.:]{3,70}?)"
    r"\s(?:có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|phải)(?!\w)"
)
_LEADS: Final = re.compile(
    r"\s+(?:\([^)]{1,80}\)\s+)?(?:là cơ quan |là đơn vị |làm đầu mối,? )?(?:chủ trì|chịu trách nhiệm)"
)
_AFTER: Final = re.compile(r"\s*(?:\([^()]{1,120}\)\s*)?[,:]?\s*")
_LEADING: Final = re.compile(r"(?:do|giao)\s+(?=\w)")
_WITH: Final = re.compile(
    r"(?:phối hợp|phối kết hợp|kết hợp)(?:[\s,]+(?:và|chặt chẽ|thường xuyên|kịp thời|đồng bộ|hiệu quả|tốt|nhịp "
    r"nhàng|chủ động|tích cực|liên tục|có hiệu quả))*"
    r"\s+(?:cùng với|cùng|với)\s+|(?<!đối )(?<!liên hệ )cùng với\s+|(?<=chủ trì, )cùng\s+(?!với)|phối hợp\s+"
    rf"(?=các |những |{HEAD.pattern}|{BODY.pattern})"
)
# "A chủ trì, B phối hợp thực hiện": B stands before the verb.
_BESIDE: Final = re.compile(r"chủ trì[^.;]{0,80}?[,;]\s+(?:các đơn vị phối hợp\s*:\s*)?")
_TOGETHER: Final = re.compile(r"\s+(?:tham gia\s+|cùng\s+)?phối hợp(?!\s+(?:chặt chẽ\s+)?(?:với|cùng))")
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
_BARE_BODY: Final = re.compile(
    r"(?:sở|phường|xã|huyện|tỉnh|ủy ban|cấp trên|(ban|hội|trung tâm|trường|chi cục|cục|viện|phòng|tổ|đoàn|bộ))"
    r"(?=\s*(?:\(|để|,|\.|;|$|trước))"
)
_LONGEST_NAME: Final = 110
_AFTER_NAME: Final = re.compile(
    r"[;:.]|\s(?:để|nhằm|trước|chậm nhất|theo|bằng|vào|khi|qua|bản|địa chỉ|email|số|sđt|đ/c|đồng chí|tổng hợp|"
    r"báo cáo|trực tiếp|là|\()(?!\w)|,\s(?:để|số|email|địa chỉ|điện thoại|qua)\s"
)
_PURPOSE: Final = re.compile(r"(?:^|[\s,])để\s(?:[^;.]{0,70}?[\s,])?$")
_ADVICE: Final = re.compile(
    r"(?:chế độ|nội dung|hội nghị|số liệu|mẫu|thông tin|xây dựng|dự thảo|thời gian|nghe|soạn thảo|việc|công tác)\s+$"
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
        if name.before:
            once = [text.part(*place) for place in name.before]
            kind = once[-1].value
            value = " ".join([*(part.value for part in once[:-1]), kind[:1].upper() + kind[1:], value])
            spans = [*(part.span(0, len(part)) for part in once), *spans]
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
    found = pattern(
        r"\s((?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|các xã, phường|cấp xã)(?:\s.*)?)$"
    ).search(
        last.folded,
    )
    return last.part(found.start(1)) if found else None


def obliges_at(text: Text, at: int) -> int | None:
    """Where the duty begins when the words at `at` (after a name) oblige; None when they do not."""
    gap = _AFTER.match(text.folded, at)
    pos = gap.end() if gap else at
    if pos >= len(text):
        return None
    if VERB.match(text.folded, pos) or ADVERB.match(text.folded, pos) or OPENER.match(text.folded, pos):
        return pos
    clause = _WHO_IS_MEANT.match(text.folded, pos)
    return clause.end("clause") + 1 if clause else None


def addressees(text: Text) -> Addressees | None:
    """Addressees named in the sentence itself; None when it names none."""
    order = ORDER.match(text.folded)
    if order:
        names = names_at(text, order.end())
        if names:
            rest = _AFTER.match(text.folded, names[-1].end)
            return Addressees(
                found_names(text, names), "đề nghị" in order.group("verb"), rest.end() if rest else names[-1].end
            )
        return None
    names = names_at(text, 0)
    label = run_in_names(text)
    if label and label[0][-1].end > (names[-1].end if names else 0):
        return Addressees(found_names(text, label[0], LIKELY), False, label[1])
    if names:
        nested = pattern(r"\s*(?:\([^)]*\)\s*)?(?=giao |đề nghị |yêu cầu |phân công )").match(
            text.folded, names[-1].end
        )
        if nested and (inner := addressees(text.part(nested.end()))):
            return inner
        rest_at = obliges_at(text, names[-1].end)
        if rest_at is not None:
            return Addressees(found_names(text, names), False, rest_at)
        if pattern(r"\s*(?:\([^)]*\)\s*)?:").match(text.folded, names[-1].end):
            return Addressees(found_names(text, names), False, names[-1].end)
        return None
    if _INTRO.match(text.folded):
        return _after_intro(text)
    return None


def _after_intro(text: Text) -> Addressees | None:
    """ "Căn cứ Kế hoạch này, yêu cầu các phòng …", "Trên cơ sở …, Thủ trưởng các sở … xây dựng …"."""
    stop = pattern(r"[.;](?:\s|$)").search(text.folded)
    end = stop.start() if stop else len(text)
    for comma in pattern(r",\s+|:\s+|\sthì\s+").finditer(text.folded[:end]):
        order = ORDER.match(text.folded, comma.end())
        names = names_at(text, order.end() if order else comma.end())
        if not names:
            continue
        at = names[-1].end
        gap = _AFTER.match(text.folded, at)
        pos = gap.end() if gap else at
        issuer_orders = pattern(r"(?:giao|yêu cầu|đề nghị|phân công)\s").match(text.folded, pos)
        if issuer_orders and not order:
            second = ORDER.match(text.folded, pos)
            inner = names_at(text, second.end()) if second else []
            if inner:
                return Addressees(found_names(text, inner, LIKELY), "đề nghị" in issuer_orders.group(), inner[-1].end)
        if (
            order
            or VERB.match(text.folded, pos)
            or ADVERB.match(text.folded, pos)
            or _STRICT.match(text.folded, at)
            or _WHO_IS_MEANT.match(text.folded, pos)
        ):
            if (
                not order
                and pattern(r"(?:của|với|và|về|cho|từ|giữa|đến)\s[^,]{0,60}$").search(text.folded[: comma.start()])
                and _listed(text, comma.start())
            ):
                continue
            return Addressees(found_names(text, names, LIKELY), bool(order and "đề nghị" in order.group("verb")), pos)
    return None


def _listed(text: Text, comma: int) -> bool:
    """True when the comma stands inside a list of names ("ý kiến của A, B")."""
    for found in pattern(r"(?:của|với|về|cho|từ|giữa|đến)\s+").finditer(text.folded[:comma]):
        names = names_at(text, found.end())
        if len(names) > 1 and names[0].end <= comma < names[-1].end:
            return True
    return False


def addressed_by_intro(text: Text) -> Addressees | None:
    """Addressees of a paragraph that opens a list: "…, Sở yêu cầu các đơn vị … thực hiện các nhiệm vụ sau:"."""
    for found in pattern(r"(?:^|[\s,])(?P<verb>yêu cầu|đề nghị|giao|phân công)\s+").finditer(text.folded):
        names = names_at(text, found.end())
        if names:
            return Addressees(found_names(text, names, LIKELY), found.group("verb") == "đề nghị", names[-1].end)
    return addressees(text)


def assigned_lead(text: Text) -> tuple[Found, ...]:
    """ "… do Thanh tra tỉnh chủ trì": the lead named after the duty."""
    for found in _LEADING.finditer(text.folded):
        names = names_at(text, found.end())
        if names and pattern(r"\s+(?:làm đầu mối,? )?(?:chủ trì|thực hiện|làm đầu mối)").match(
            text.folded, names[-1].end
        ):
            return found_names(text, names, LIKELY)
    for stop in pattern(r"[.;:]\s+(giao\s+)?(?=\w)").finditer(text.folded):
        names = names_at(text, stop.end())
        if names and (stop.group(1) or _LEADS.match(text.folded, names[-1].end)):
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
    folded = text.folded
    for found in _WITH.finditer(folded) if "hợp" in folded or "cùng với" in folded else ():
        names = names_at(text, found.end())
        if names:
            out.extend(found_names(text, names))
        elif text.folded[found.start() :].startswith("cùng với"):
            continue
        elif (chunk := _chunk(text, found.end())) is not None:
            out.append(Found(chunk.value, (chunk.span(0, len(chunk)),), DOUBTFUL))
    for found in _JOINED.finditer(folded, 1) if "phối hợp" in folded else ():
        names = names_at(text, found.end())
        if names and pattern(r"[^,;.]{0,40}?phối hợp(?!\s+(?:chặt chẽ )?(?:với|cùng))").match(
            text.folded, names[-1].end
        ):
            if addressees(text) and text.folded[: found.start()].strip(" ,") == "":
                continue
            intro = addressees(text)
            if intro and {n.value for n in intro.names} & {n.value for n in found_names(text, names)}:
                continue
            out.extend(found_names(text, names, LIKELY))
    for found in _BESIDE.finditer(folded) if "chủ trì" in folded else ():
        names = names_at(text, found.end())
        if names and _TOGETHER.match(text.folded, names[-1].end):
            out.extend(found_names(text, names, LIKELY))
    return _unique(out)


def _chunk(text: Text, at: int) -> Text | None:
    """Words after "phối hợp với" that are no known name, up to a verb or a stop (eight at most)."""
    end = at
    for count, word in enumerate(pattern(r"\S+").finditer(text.value, at)):
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
    if "liên hệ" not in text.folded:
        return ()
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
            if names and said >= 0 and not pattern(r"[;.]\s").search(text.folded[said : demand.start()]):
                out.extend(found_names(text, names, LIKELY))
    via = None
    for found in _VIA.finditer(text.folded) if out and "qua " in text.folded else ():
        names = names_at(text, found.end())
        if names:
            via = found_names(text, [_whole_bracket(text, found, names)])[0]
            break
    return _unique(out), via


def _whole_bracket(text: Text, opening: re.Match[str], names: Sequence[Name]) -> Name:
    """ "(qua Phòng Theo dõi công tác …)": what stands alone in brackets is the name, whatever verbs it holds."""
    first = names[0]
    close = text.folded.find(")", first.end)
    if "(" not in opening.group() or len(names) > 1 or not first.end < close <= first.start + _LONGEST_NAME:
        return first
    cut = _AFTER_NAME.search(text.folded, first.end, close)
    end = len(text.value[: cut.start() if cut else close].rstrip(" ,;."))
    return Name(first.start, max(end, first.end), first.group)


def _receivers(text: Text, at: int, word: str) -> list[Name]:
    direct = _DIRECT.match(text.folded, at)
    if direct:
        if (
            word != "báo cáo"
            and not pattern(r"(?:về|đến|cho|với|tới|lên)\s+$").search(direct.group())
            and word != "gửi"
        ):
            return []
        names = find_names(text, direct.end(), within=0)
        if names and (word != "báo cáo" or not _bare_group(text, names[0])):
            return names
        bare = _bare_body(text, direct.end())
        if bare and pattern(r"(?:về|cho|với|gửi|đến)\s+$").search(direct.group()):
            return [bare]
    stop = pattern(r"[;.](?:\s|$)|\s(?:nhằm|phối hợp|tham mưu)\s").search(text.folded, at)
    end = stop.start() if stop else len(text)
    for to in _TO.finditer(text.folded, at, end):
        if _NOT_TO.search(text.folded[: to.start()]):
            continue
        names = names_at(text, to.end())
        if names and text.folded[to.start() : to.end()].strip() in {"cho", "đến"} and to.start() > at + 90:
            continue
        if names and not _bare_group(text, names[0]):
            return names
        if bare := _bare_body(text, to.end()):
            return [bare]
    return []


def _bare_body(text: Text, at: int) -> Name | None:
    """ "… gửi về Ban (qua …)", "… về xã trước ngày …": a body called by its kind alone."""
    found = _BARE_BODY.match(text.folded, at)
    if found is None or (found.group(1) and not text.value[at].isupper()):
        return None
    return Name(found.start(), found.end())


def _bare_group(text: Text, name: Name) -> bool:
    """ "báo cáo các vụ việc …": a counted group of things is no receiver."""
    return name.group and not pattern(r"(?:các )?(?:cơ quan|cấp|đơn vị|sở|đồng chí|ban|tổ chức|bộ)").match(
        text.folded[name.start : name.end]
    )
