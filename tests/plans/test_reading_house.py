"""The reader is built for the genre: no phrase of one seed file steers it, it names nobody and no place, it needs no framework."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.plans.paths import EXAMPLES, ROOT, SEEDS, SHARED
from tiepdan.plans.reading.normal import fold

READING = ROOT / "tiepdan" / "plans" / "reading"
_MODULES = sorted(READING.glob("*.py"))
# Phrases of three words and more that stand in one seed only, and why they belong to the genre and not to that seed.
_BODY = "body set up by law or by the Party's rules, in every locality"
_WORDING = "wording of administrative Vietnamese, in any plan"
GENERIC = {
    "ủy ban thường vụ quốc hội": _BODY,
    "ủy ban bầu cử": _BODY,
    "thường trực hội đồng nhân dân": _BODY,
    "ban thường vụ": _BODY,
    "bộ đội biên phòng": _BODY,
    "bộ chỉ huy bộ đội biên phòng": _BODY,
    "tòa án nhân dân": _BODY,
    "viện kiểm sát": _BODY,
    "viện kiểm sát nhân dân": _BODY,
    "đoàn thanh niên": _BODY,
    "tổ chức đảng": _BODY,
    "trung tâm dịch vụ tổng hợp": "unit of communes since 2025",
    "bộ phận tiếp công dân": "unit named by the law on receiving citizens",
    "tổ tiếp công dân": "unit named by the law on receiving citizens",
    "ủy ban mttq vn": "abbreviation of the Front",
    "ủy ban mttqvn": "abbreviation of the Front",
    "cán bộ, công chức": "name of a law",
    "tổ chức hội đồng nhân dân và ủy ban nhân dân": "name of a law",
    "sửa đổi, bổ sung": "wording of every amending act",
    "văn bản chỉ đạo": _WORDING,
    "đóng trên địa bàn": _WORDING,
    "thực hiện chính": "column of a table of duties",
    "là cơ quan": _WORDING,
    "làm đầu mối": _WORDING,
    "theo yêu cầu": _WORDING,
    "theo yêu cầu của": _WORDING,
    "có kế hoạch": _WORDING,
    "có hiệu lực": _WORDING,
    "rút kinh nghiệm": _WORDING,
    "và địa điểm": _WORDING,
    "cuộc bầu cử": "an election",
    "và bầu cử": "an election",
    "trường hợp có": _WORDING,
    **dict.fromkeys(
        (
            "biểu dương",
            "bồi dưỡng",
            "duy trì",
            "khai thác",
            "kết hợp",
            "lưu ý",
            "phản bác",
            "sắp xếp",
            "truyền thông",
            "đấu tranh",
            "đề ra",
            "đổi mới",
            "ổn định",
            "ứng dụng",
            "hàng năm",
            "trước mắt",
        ),
        "verb or adverb of any plan",
    ),
    "ban ngành": _WORDING,
    "bộ máy": "word that begins like a ministry and is none",
    "đoàn kết": "word that begins like a delegation and is none",
    "đội ngũ": "word that begins like a team and is none",
    "cổng ttđt": "abbreviation of a portal",
    "huyện ủy": _BODY,
    "thị trấn": "level of administration until 2025",
    "quan điểm": "heading of any plan",
    "hòa giải, đối thoại tại tòa án": "name of a law",
    "bầu cử đại biểu quốc hội và đại biểu hội đồng nhân dân": "name of a law",
    "hoạt động giám sát của quốc hội và hội đồng nhân dân": "name of a law",
    "hòa giải, đối thoại": "name of a law",
}


def _docstrings(tree: ast.AST) -> set[int]:
    held = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                held.add(id(first.value))
    return held


def _phrases(path: Path) -> set[str]:
    """Literal phrases of the strings of a module: alternatives of patterns and entries of word lists."""
    tree = ast.parse(path.read_text("utf-8"))
    skip = _docstrings(tree)
    out: set[str] = set()
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in skip:
            continue
        text = fold(re.sub(r"\\[sS]\+?\*?|\\b", " ", node.value.replace("\n", " ")))
        for piece in re.split(r"[^\w\s,-]|\\\w", text):
            phrase = " ".join(piece.split()).strip(" ,-")
            if phrase:
                out.add(phrase)
    return out


def _plain(path: Path) -> str:
    return " ".join(fold(path.read_text("utf-8")).replace("*", " ").split())


def _runs(phrase: str) -> set[str]:
    """The phrase itself, and every run of five words and more inside it."""
    words = phrase.split()
    lengths = range(5, len(words))
    return {phrase} | {" ".join(words[i : i + n]) for n in lengths for i in range(len(words) - n + 1)}


def _stands_in(phrase: str, text: str) -> bool:
    return phrase in text and re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text) is not None


@pytest.mark.skipif(not SEEDS, reason=f"the seed plans are not in {SHARED}")
def test_no_phrase_of_one_seed_steers_the_reader() -> None:
    """Every string of the reader of two words and more: in several seeds, in other papers, in the law, or explained above."""
    seeds = {seed.stem: _plain(seed) for seed in SEEDS}
    rules = [p for p in (ROOT / "rules").rglob("*.yaml") if "examples" not in p.parts]
    others = " ".join(_plain(e) for e in [*EXAMPLES, *(ROOT / "rules" / "examples" / "papers").glob("*.txt"), *rules])
    allowed = set(GENERIC) | {run for phrase in GENERIC for run in _runs(phrase)}
    guilty = []
    for module in _MODULES:
        for phrase in sorted({run for held in _phrases(module) for run in _runs(held)}):
            if len(phrase.split()) < 2 or phrase in allowed:
                continue
            where = [stem for stem, text in seeds.items() if _stands_in(phrase, text)]
            if len(where) == 1 and not _stands_in(phrase, others):
                guilty.append((module.name, phrase, where[0]))
    assert guilty == []


@pytest.mark.skipif(not SEEDS, reason=f"the seed plans are not in {SHARED}")
def test_no_number_of_a_seed_is_in_the_reader() -> None:
    """Numbers of three figures and more, quantities of patterns left out."""
    numbers = {n for seed in SEEDS for n in re.findall(r"(?<!\d)\d{3,}(?!\d)", seed.read_text("utf-8"))}
    assert numbers
    for module in _MODULES:
        tree = ast.parse(module.read_text("utf-8"))
        skip = _docstrings(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skip:
                text = re.sub(r"\{\d*,?\d*\}|\\u[0-9a-f]{4}", "", node.value)
                assert not numbers & set(re.findall(r"\d{3,}", text)), (module.name, node.value)


@pytest.mark.skipif(not SEEDS, reason=f"the seed plans are not in {SHARED}")
def test_no_place_person_or_number_of_a_seed_is_in_the_reader() -> None:
    code = "\n".join(path.read_text("utf-8") for path in _MODULES)
    folded = fold(code)
    for seed in SEEDS:
        text = " ".join(seed.read_text("utf-8").replace("*", " ").split())
        places = set(re.findall(r"(?:tỉnh|huyện|phường|thị trấn|xã) ([A-ZĐ]\w+ [A-ZĐ]\w+)", text))
        people = {" ".join(line.replace("*", "").split()) for line in seed.read_text("utf-8").splitlines()[-12:]}
        people = {p for p in people if 2 <= len(p.split()) <= 4 and p.istitle()}
        numbers = set(re.findall(r"\d{2,5}/[A-ZĐ-]{2,}|\d{2,5}-[A-ZĐ]{2}/[A-Z]{2}", text))
        assert places | people | numbers
        for name in places | people | numbers:
            if fold(name) == "bộ chỉ":
                continue
            assert fold(name) not in folded, name


def test_reading_needs_no_django() -> None:
    code = (
        "import sys\n"
        "from tiepdan.plans.reading.assemble import read_plan\n"
        "import tiepdan.plans.reading.command, tiepdan.plans.reading.passages, tiepdan.plans.reading.bench\n"
        "read_plan('KẾ HOẠCH')\n"
        "print([m for m in sys.modules if m.split('.')[0] in {'django', 'psycopg', 'requests'}])\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert run.stdout.strip() == "[]"


def test_files_stay_short() -> None:
    assert {p.name: n for p in _MODULES if (n := len(p.read_text("utf-8").splitlines())) > 400} == {}
