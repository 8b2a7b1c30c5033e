"""Draws a procedure: the main line of states downwards, ends and pauses beside it, "bạn đang ở đây" at the case.

Plain SVG from the data, in currentColor, so that it is right in light and dark and in print.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from tiepdan.cases.rules.procedure import PREVIOUS, SAME, Procedure, State

BOX_WIDTH: Final = 150
BOX_HEIGHT: Final = 42
ROW: Final = 70  # pixels from box to box
LANE: Final = 8  # pixels between parallel lines
STRAIGHT_AT: Final = 120  # where lines to the next box leave, right of the words under a box
MARGIN: Final = 12
LINE_LETTERS: Final = 21  # letters of a title that fit in a box line
BUS_FROM: Final = 3  # sources from which lines to one target are bundled

Words = Callable[[str], str]
_TITLE: Final = "Sơ đồ"
_HERE: Final = "bạn đang ở đây"
_PLAIN: Final = "{states} trạng thái, bắt đầu từ: {start}."
_AT: Final = "Bạn đang ở: {state}. Từ đây có thể: {onward}."
_NO_STEP: Final = "không còn bước nào"


@dataclass(frozen=True, slots=True)
class _Box:
    state: State
    column: int  # 0 main line, 1 beside it
    row: int


@dataclass(frozen=True, slots=True)
class _Arrow:
    """All acts that lead from some states to one."""

    sources: tuple[str, ...]
    target: str
    titles: tuple[str, ...]


def picture_svg(*, procedure: Procedure, current_state: str, words: Words = str) -> str:
    """Draw a procedure with the state of a case marked.

    current_state: code of a state; empty draws the plain procedure
    words: gives each text in the reader's language; Vietnamese as written by default
    Returns: one <svg> element, fit to put into a page
    """
    boxes = _boxes(procedure)
    arrows = _arrows(procedure)
    beside = [arrow for arrow in arrows if boxes[arrow.target].column == 1]
    left_lanes = sum(1 for arrow in arrows if _is_left(arrow, boxes))
    main_x = MARGIN + LANE * (left_lanes + 1)
    side_x = main_x + BOX_WIDTH + LANE * (len(beside) + 4)
    width = side_x + BOX_WIDTH + MARGIN
    height = MARGIN * 2 + ROW * (max(box.row for box in boxes.values()) + 1) + ROW // 2
    sketch = _Sketch(boxes=boxes, main_x=main_x, side_x=side_x, words=words)
    lines = sketch.lines(arrows, current_state=current_state)
    name = f"{procedure.kind}-{procedure.period}".replace("_", "-")
    marker = f"{name}-tip"
    return "".join(
        (
            (
                f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {width} {height}" width="{width}" '
                f'height="{height}" aria-labelledby="{name}-title {name}-desc" font-family="inherit" font-size="13" '
                'style="max-width:none" fill="none" stroke="currentColor">'
            ),
            f'<title id="{name}-title">{escape(words(_TITLE))}: {escape(words(procedure.title_vi))}</title>',
            f'<desc id="{name}-desc">{escape(_description(procedure, current_state, words))}</desc>',
            (
                f'<defs><marker id="{marker}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" '
                'orient="auto-start-reverse"><path d="M0 0 8 4 0 8z" fill="currentColor" stroke="none"/></marker></defs>'
            ),
            *(line.replace("@tip", f"url(#{marker})") for line in lines),
            *(sketch.box(box, is_current=code == current_state) for code, box in boxes.items()),
            "</svg>",
        )
    )


def standalone_svg(*, procedure: Procedure) -> str:
    """Draw a procedure as a file of its own, readable on light and dark pages."""
    svg = picture_svg(procedure=procedure, current_state="")
    ink = (
        "<style>svg{color:#1f2328;background:#fff;font-family:system-ui,'Segoe UI',Roboto,sans-serif}"
        "@media (prefers-color-scheme:dark){svg{color:#e6edf3;background:#0d1117}}</style>"
    )
    return svg.replace("<defs>", f"{ink}<defs>", 1) + "\n"


def picture_name(*, procedure: Procedure) -> str:
    """Name the file of a picture: "first-complaint-p2.svg"."""
    return f"{procedure.kind}-{procedure.period.lower()}.svg".replace("_", "-")


def _boxes(procedure: Procedure) -> dict[str, _Box]:
    """Place the states: the main line in the order of the law page, the others by the row of their first source."""
    main = [state for state in procedure.states.values() if not _is_beside(procedure, state)]
    boxes = {state.code: _Box(state=state, column=0, row=row) for row, state in enumerate(main)}
    last = main[-1]
    sources = {arrow.target: arrow.sources for arrow in _arrows(procedure)}
    taken: set[int] = set()
    for state in procedure.states.values():
        if state.code in boxes:
            continue
        rows = [boxes[code].row for code in sources.get(state.code, ()) if code in boxes and boxes[code].column == 0]
        row = min(rows, default=boxes[last.code].row)
        while row in taken:
            row += 1
        taken.add(row)
        boxes[state.code] = _Box(state=state, column=1, row=row)
    return {code: boxes[code] for code in procedure.states}


def _is_beside(procedure: Procedure, state: State) -> bool:
    # The last end of the file's main line is the regular one (closed) and stays on it.
    regular = next((code for code in ("closed", "passed_to_case") if code in procedure.states), "")
    if state.is_end:
        return state.code != regular
    return any(act.to == PREVIOUS for act in procedure.acts_from(state.code))


def _arrows(procedure: Procedure) -> list[_Arrow]:
    found: dict[str, dict[str, list[str]]] = {}
    for act in procedure.acts.values():
        if act.to in (SAME, PREVIOUS):
            continue
        for source in act.from_states:
            found.setdefault(act.to, {}).setdefault(source, []).append(act.title_vi)
    arrows: list[_Arrow] = []
    for target, sources in found.items():
        titles = tuple(dict.fromkeys(title for several in sources.values() for title in several))
        if len(sources) >= BUS_FROM:
            arrows.append(_Arrow(sources=tuple(sources), target=target, titles=titles))
        else:
            arrows.extend(
                _Arrow(sources=(source,), target=target, titles=tuple(several)) for source, several in sources.items()
            )
    return arrows


def _is_left(arrow: _Arrow, boxes: dict[str, _Box]) -> bool:
    """Lines within the main line that jump over boxes run on its left."""
    target = boxes[arrow.target]
    if target.column == 1:
        return False
    rows = [boxes[source].row for source in arrow.sources]
    return len(rows) > 1 or rows[0] != target.row - 1


@dataclass(frozen=True, slots=True)
class _Sketch:
    boxes: dict[str, _Box]
    main_x: int
    side_x: int
    words: Words

    def _x(self, box: _Box) -> int:
        return self.side_x if box.column else self.main_x

    def _y(self, box: _Box) -> int:
        # Half a row lower beside the main line: a line into an end then never runs along one out of a state.
        return MARGIN + ROW * box.row + (ROW - BOX_HEIGHT) // 2 + box.column * (ROW // 2)

    def lines(self, arrows: Sequence[_Arrow], *, current_state: str) -> list[str]:
        drawn = []
        left = right = edge = lane = 0
        for arrow in arrows:
            target = self.boxes[arrow.target]
            sources = [self.boxes[source] for source in arrow.sources]
            if target.column == 0 and not _is_left(arrow, self.boxes):
                x = self.main_x + STRAIGHT_AT
                path = f"M{x} {self._y(sources[0]) + BOX_HEIGHT}V{self._y(target)}"
            elif target.column == 0:
                left += 1
                edge, lane = self.main_x, self.main_x - LANE * (left + 1)
                path = self._around(sources, target, edge=edge, lane=lane)
            else:
                right += 1
                edge = self.main_x + BOX_WIDTH
                lane = edge + LANE * (right + 1)
                path = self._around(sources, target, edge=edge, lane=lane)
            drawn.append(_line(path, arrow, 'stroke-opacity=".4"', self.words))
            if current_state in arrow.sources:
                own = [self.boxes[current_state]]
                straight = target.column == 0 and not _is_left(arrow, self.boxes)
                over = path if straight else self._around(own, target, edge=edge, lane=lane)
                drawn.append(_line(over, arrow, 'stroke-width="2"', self.words))
        return drawn

    def _around(self, sources: Sequence[_Box], target: _Box, *, edge: int, lane: int) -> str:
        """Draw from every source to a lane beside the main line, along it, and into the target."""
        into = self._y(target) + BOX_HEIGHT // 2 + (6 if target.column == 0 else 0)
        parts = []
        for source in sources:
            start = edge if source.column == 0 else self.side_x
            parts.append(f"M{start} {self._y(source) + BOX_HEIGHT // 2}H{lane}V{into}")
        end = self.side_x if target.column else edge
        return " ".join(parts) + f"H{end}"

    def box(self, box: _Box, *, is_current: bool) -> str:
        x, y = self._x(box), self._y(box)
        weight = 3 if is_current else 1
        radius = BOX_HEIGHT // 2 if box.state.is_end else 6
        lines = _wrapped(self.words(box.state.title_vi))
        middle = y + BOX_HEIGHT // 2 + 5 - 8 * (len(lines) - 1)
        text = "".join(
            f'<tspan x="{x + BOX_WIDTH // 2}" y="{middle + 16 * number}">{escape(line)}</tspan>'
            for number, line in enumerate(lines)
        )
        fill = 'fill="currentColor" fill-opacity=".12"' if is_current else 'fill="none"'
        bold = ' font-weight="bold"' if is_current else ""
        here = current = ""
        if is_current:
            current = ' aria-current="step"'
            here = (
                f'<text x="{x + 4}" y="{y + BOX_HEIGHT + 14}" font-size="11" '
                f'fill="currentColor" stroke="none">▲ {escape(self.words(_HERE))}</text>'
            )
        return (
            f'<g data-state="{box.state.code}"{current}>'
            f'<rect x="{x}" y="{y}" width="{BOX_WIDTH}" height="{BOX_HEIGHT}" rx="{radius}" {fill} '
            f'stroke-width="{weight}"/><text text-anchor="middle" fill="currentColor" stroke="none"{bold}>{text}</text>'
            f"{here}</g>"
        )


def _line(path: str, arrow: _Arrow, look: str, words: Words) -> str:
    title = escape("; ".join(map(words, arrow.titles)))
    return f'<path d="{path}" {look} marker-end="@tip"><title>{title}</title></path>'


def _wrapped(title: str) -> list[str]:
    """Break a title into at most two lines; the rest is shortened."""
    lines = [""]
    for word in title.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= LINE_LETTERS or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > 2:
        lines = [lines[0], lines[1][: LINE_LETTERS - 1] + "…"]
    return lines


def _description(procedure: Procedure, current_state: str, words: Words) -> str:
    if current_state not in procedure.states:
        told = words(_PLAIN)
        return told.format(states=len(procedure.states), start=words(procedure.start.title_vi))
    state = procedure.states[current_state]
    onward = [words(act.title_vi) for act in procedure.acts_from(current_state) if not act.side_action]
    told = words(_AT)
    return told.format(state=words(state.title_vi), onward="; ".join(onward) or words(_NO_STEP))
