"""May a submission be accepted, guided, forwarded, returned, filed, refused? Verdicts over plain values.

Which act is lawful for which kind, from which day, is read from rules/routing/routes.yaml (see `table`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from tiepdan.infra.verdict import Allowed, Refused, Verdict
from tiepdan.routing.rules.grounds import grounds_in_force
from tiepdan.routing.rules.table import Route, first_day, route_for


class RouteAct(StrEnum):
    """What is done with a submission."""

    ACCEPT = "accept"  # thụ lý
    GUIDE = "guide"  # hướng dẫn
    FORWARD = "forward"  # chuyển
    RETURN = "return"  # trả lại nơi chuyển
    FILE = "file"  # lưu đơn
    REFUSE = "refuse"  # không thụ lý
    SPLIT = "split"  # hướng dẫn tách đơn


@dataclass(frozen=True, slots=True)
class EarlierLetter:
    """A guidance or forwarding of the same content, by whichever agency."""

    agency: str
    to: str
    letter: str  # number and symbol; empty when the paper had none
    on: date

    @property
    def facts(self) -> dict[str, str]:
        """What a refusal shows."""
        return {"agency": self.agency, "to": self.to, "letter": self.letter or "không số", "on": f"{self.on:%d/%m/%Y}"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What is known of a submission when somebody decides on it."""

    kind: str  # a MatterKind
    status: str  # a SubmissionStatus
    source: str  # a Source
    on: date  # day of the act: its law applies
    agency_id: int  # holds it
    eligible: bool | None = None  # None: not judged
    competent: bool | None = None  # None: not known
    has_forwarder: bool = False  # a body sent it here
    signed: bool = True
    group_complete: bool = True  # all signatures and the appointment of representatives
    anonymous: bool = False
    guided: EarlierLetter | None = None
    forwarded: EarlierLetter | None = None
    handled_elsewhere: bool = False  # this content was guided or forwarded to another body
    chain: tuple[int, ...] = ()  # agencies that held this content, in order, the present one included


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is to be done with it."""

    to_agency_id: int | None = None
    to_text: str = ""  # a body outside the registry
    ground: str = ""  # code of rules/procedures/grounds.yaml


NO_WISH: Final = Wish()
OPEN: Final = frozenset({"screened", "proposed"})
ANSWERS_TO_FORWARDERS: Final = ("TC-4", "KN-20")  # limits that the report to who forwarded a submission meets


def may_accept(*, situation: Situation, wish: Wish = NO_WISH) -> Verdict:  # noqa: ARG001 # one signature for all acts
    """Say whether it may be accepted for settling here. Rule: reports §2.3/1, PA-8"""
    stopped = _not_ready(situation)
    if stopped is not None:
        return stopped
    if situation.eligible is False:
        return Refused("not_eligible", rule="reports §2.3/20")
    if situation.competent is False:
        return Refused("not_competent", rule="reports §2.3")
    if situation.kind == "complaint" and not situation.signed:
        return Refused("not_signed", rule="complaints §3.5/5")
    if situation.kind == "complaint" and not situation.group_complete:
        return Refused("group_incomplete", rule="PA-8")
    if situation.kind == "denunciation" and situation.anonymous:
        return Refused("denouncer_unknown", rule="reports §2.3/17")
    return Allowed(rule="reports §2.3/11" if situation.kind == "denunciation" else "reports §2.3/1")


def may_guide(*, situation: Situation, wish: Wish = NO_WISH) -> Verdict:
    """Say whether the author may be guided to the competent body; once for one content. Rule: reports §2.3/4"""
    stopped = _first(_not_ready(situation), _not_for_elsewhere(situation))
    if stopped is not None:
        return stopped
    route = route_for(act="guide", kind=situation.kind, source=situation.source, on=situation.on)
    if route is None:
        code = {"denunciation": "denunciation_is_forwarded", "petition_feedback": "petition_is_forwarded"}
        rule = {"denunciation": "reports §2.3/12", "petition_feedback": "reports §2.3/22"}
        return Refused(code.get(situation.kind, "not_in_force"), rule=rule.get(situation.kind, ""))
    if situation.guided is not None:
        return Refused("already_guided", rule=route.rule, facts=situation.guided.facts)
    return _or_allowed(_target(situation, wish), Allowed(rule=route.rule))


def may_forward(*, situation: Situation, wish: Wish = NO_WISH) -> Verdict:
    """Say whether it may be forwarded to the competent body; a denunciation once for one content.

    A complaint by post is guided; one brought to the reception place may be forwarded from 01/07/2026.
    Rule: reports §2.3/12, reports §2.3/22, KN-22
    """
    stopped = _first(_not_ready(situation), _not_for_elsewhere(situation))
    if stopped is not None:
        return stopped
    route = route_for(act="forward", kind=situation.kind, source=situation.source, on=situation.on)
    if route is None:
        since = first_day(act="forward", kind=situation.kind, source=situation.source)
        rule = "KN-22" if since is not None else "reports §2.3/4"
        return Refused("complaint_is_guided", rule=rule)
    if route.once and situation.forwarded is not None:
        return Refused("already_forwarded", rule=route.rule, facts=situation.forwarded.facts)
    wrong = _target(situation, wish)
    if wrong is not None:
        return wrong
    if wish.to_agency_id is not None and wish.to_agency_id in situation.chain:
        return Refused("would_loop", rule=route.rule)
    return Allowed(rule=route.rule)


def may_return(*, situation: Situation, wish: Wish = NO_WISH) -> Verdict:  # noqa: ARG001 # one signature for all acts
    """Say whether it may go back to the body that sent it here. Rule: reports §2.3/5"""
    stopped = _not_ready(situation)
    if stopped is not None:
        return stopped
    if not situation.has_forwarder:
        return Refused("no_forwarder", rule="reports §2.3/5")
    if situation.competent:
        return Refused("competent_here", rule="reports §2.3")
    route = route_for(act="return", kind=situation.kind, source=situation.source, on=situation.on)
    return Allowed(rule=route.rule) if route else Refused("sender_not_on_return_list", rule="reports §2.3/5")


def may_file(*, situation: Situation, wish: Wish = NO_WISH) -> Verdict:
    """Say whether it may be filed without further processing: not eligible, or handled elsewhere. Rule: reports §2.3/20"""
    stopped = _not_ready(situation)
    if stopped is not None:
        return stopped
    anonymous = situation.kind == "denunciation" and situation.anonymous
    if situation.eligible and not situation.handled_elsewhere and not anonymous:
        return Refused("eligible_here", rule="reports §2.3/20")
    return _or_allowed(_grounded(situation, wish, RouteAct.FILE), Allowed(rule="reports §2.3/20"))


def may_refuse(*, situation: Situation, wish: Wish = NO_WISH) -> Verdict:
    """Say whether acceptance may be refused; only within competence, and with a ground of the law.

    Rule: complaints §3.5, complaints §4.3
    """
    stopped = _not_ready(situation)
    if stopped is not None:
        return stopped
    if situation.competent is False:
        return Refused("not_competent", rule="reports §2.3/2")
    return _or_allowed(_grounded(situation, wish, RouteAct.REFUSE), Allowed(rule="reports §2.3/2"))


def may_split(*, situation: Situation, wish: Wish = NO_WISH) -> Verdict:  # noqa: ARG001 # one signature for all acts
    """Say whether the author may be guided to write one paper for each content. Rule: reports §2.3/23"""
    return _or_allowed(_not_ready(situation), Allowed(rule="reports §2.3/23"))


MAY: Final[Mapping[RouteAct, Callable[..., Verdict]]] = {
    RouteAct.ACCEPT: may_accept,
    RouteAct.GUIDE: may_guide,
    RouteAct.FORWARD: may_forward,
    RouteAct.RETURN: may_return,
    RouteAct.FILE: may_file,
    RouteAct.REFUSE: may_refuse,
    RouteAct.SPLIT: may_split,
}


def may(*, act: RouteAct, situation: Situation, wish: Wish = NO_WISH) -> Verdict:
    """Ask the rule of an act."""
    return MAY[act](situation=situation, wish=wish)


def offer(*, act: RouteAct, situation: Situation) -> Verdict:
    """Say whether the act is to be offered, before target or ground are chosen."""
    verdict = may(act=act, situation=situation)
    if isinstance(verdict, Refused) and verdict.code in {"no_target", "no_ground"}:
        return Allowed(rule=verdict.rule)
    return verdict


def ground_list(*, act: RouteAct, kind: str) -> str:
    """Return the list of grounds for an act on a kind of matter; empty when it needs none."""
    if act is RouteAct.FILE:
        return "not_eligible"
    lists = {
        "complaint": "complaint_refusal",
        "denunciation": "denunciation_refusal",
        "petition_feedback": "petition_refusal",
    }
    return lists.get(kind, "") if act is RouteAct.REFUSE else ""


def route_of(*, act: RouteAct, situation: Situation) -> Route | None:
    """Return the row of rules/routing that an act rests on."""
    return route_for(act=act.value, kind=situation.kind, source=situation.source, on=situation.on)


def _first(*found: Refused | None) -> Refused | None:
    """The first refusal. Not `or`: a refusal is false."""
    return next((refused for refused in found if refused is not None), None)


def _or_allowed(found: Refused | None, allowed: Allowed) -> Verdict:
    return allowed if found is None else found


def _not_ready(situation: Situation) -> Refused | None:
    if situation.status == "received":
        return Refused("not_screened", rule="reports §2.2")
    if situation.status not in OPEN:
        return Refused("already_processed")
    if situation.kind == "unclassified":
        return Refused("kind_unknown", rule="reports §2.2")
    return None


def _not_for_elsewhere(situation: Situation) -> Refused | None:
    if situation.eligible is False:
        return Refused("not_eligible", rule="reports §2.3/20")
    if situation.competent:
        return Refused("competent_here", rule="reports §2.3")
    return None


def _target(situation: Situation, wish: Wish) -> Refused | None:
    if wish.to_agency_id is None and not wish.to_text.strip():
        return Refused("no_target")
    return Refused("same_agency") if wish.to_agency_id == situation.agency_id else None


def _grounded(situation: Situation, wish: Wish, act: RouteAct) -> Refused | None:
    rule = "reports §2.3/20" if act is RouteAct.FILE else "reports §2.3/2"
    known = grounds_in_force(name=ground_list(act=act, kind=situation.kind), on=situation.on)
    return None if any(ground.code == wish.ground for ground in known) else Refused("no_ground", rule=rule)
