"""The demo's agencies and people as stored, and who acts where."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Final

from django.contrib.auth.hashers import make_password

from tiepdan.accounts.acting import actor_of
from tiepdan.accounts.models import Post, User
from tiepdan.accounts.rules import Actor, Role
from tiepdan.agencies.models import Agency
from tiepdan.agencies.rules import child_path
from tiepdan.infra.folding import fold
from tiepdan.ops.demo.agencies import TWO_TIERS_FROM, AgencyPlan, plan_agencies
from tiepdan.ops.demo.areas import Commune, Province, choose_province
from tiepdan.ops.demo.people import invent_name
from tiepdan.ops.demo.staff import PASSWORD, StaffPlan, plan_staff

POSTS_FROM: Final = date(2015, 1, 1)


@dataclass(slots=True)
class World:
    """Where the stories of the demo take place."""

    seed: int
    as_of: date
    province: Province
    plans: dict[str, AgencyPlan]
    staff: list[StaffPlan]
    agencies: dict[str, Agency] = field(default_factory=dict)
    actors: dict[tuple[str, Role], list[Actor]] = field(default_factory=dict)

    def actor(self, key: str, role: Role) -> Actor:
        """Return who holds a role at an agency."""
        return self.actors[key, role][0]

    def agency(self, key: str) -> Agency:
        """Return an agency by its handle."""
        return self.agencies[key]

    def key_of(self, agency_id: int) -> str:
        """Return the handle of an agency."""
        return self._keys[agency_id]

    @property
    def _keys(self) -> dict[int, str]:
        return {agency.pk: key for key, agency in self.agencies.items()}

    def communes(self) -> list[str]:
        """Return the handles of the communes' committees, the main one first."""
        return [key for key, plan in self.plans.items() if plan.commune is not None and "/" not in key]

    def commune_of(self, key: str) -> Commune | None:
        """Return the commune of an agency, None for others."""
        return self.plans[key].commune


def plan_world(*, seed: int, as_of: date) -> World:
    """Choose the province and lay out its agencies and people; nothing is stored."""
    chance = Random(seed)  # noqa: S311 # invented data must come out the same again
    province = choose_province(chance=chance)
    plans = plan_agencies(province=province, chance=chance)
    return World(
        seed=seed,
        as_of=as_of,
        province=province,
        plans={plan.key: plan for plan in plans},
        staff=plan_staff(agencies=plans, chance=chance),
    )


def settle_world(world: World) -> None:
    """Store agencies, accounts and posts. Former districts stay open until their history is told."""
    for number, plan in enumerate(world.plans.values(), 1):
        parent = world.agencies.get(plan.parent)
        world.agencies[plan.key] = Agency(
            code=plan.code, name=plan.name, short_name=plan.short_name, folded_name=fold(plan.name), kind=plan.kind,
            level=plan.level, path=child_path(parent.path if parent else "/", number), area_code=plan.area_code,
            address=plan.address, phone=plan.phone, symbol=plan.symbol, head_title=plan.head_title, receives=plan.receives,
            starts_on=plan.starts_on,
        )  # fmt: skip
    depth = 0
    while rows := [plan for plan in world.plans.values() if _depth(world, plan) == depth]:
        for plan in rows:
            if plan.parent:
                world.agencies[plan.key].parent = world.agencies[plan.parent]
        Agency.objects.bulk_create(world.agencies[plan.key] for plan in rows)
        depth += 1
    secret = make_password(PASSWORD)  # one slow hash for all
    users = User.objects.bulk_create(
        User(username=row.username, name=row.name, password=secret if row.logs_in else make_password(None))
        for row in world.staff
    )
    posts = Post.objects.bulk_create(
        Post(
            user=user, agency=world.agencies[row.agency], role=row.role, title=row.title,
            starts_on=max(POSTS_FROM, world.plans[row.agency].starts_on),
        )
        for user, row in zip(users, world.staff, strict=True)
    )  # fmt: skip
    _let_one_wait(world, users)
    for row, post in zip(world.staff, posts, strict=True):
        world.actors.setdefault((row.agency, row.role), []).append(actor_of(post=post))


def _let_one_wait(world: World, users: list[User]) -> None:
    """A new colleague of the main commune, whose post nobody has confirmed yet."""
    giver = next(user for user, row in zip(users, world.staff, strict=True) if row.username == "quantri.xa")
    colleague = User.objects.create(
        username="moi.xa", name=invent_name(chance=Random(world.seed), female=True), password=make_password(None),  # noqa: S311 # as above
    )  # fmt: skip
    Post.objects.create(
        user=colleague, agency=world.agencies["commune"], role=Role.HANDLER, title="Chuyên viên mới nhận việc",
        starts_on=world.as_of, given_by_id=giver.pk, waits=True,
    )  # fmt: skip


def find_world(world: World) -> None:
    """Take agencies and people from the database where they were settled before."""
    known = {agency.code: agency for agency in Agency.objects.all()}
    world.agencies = {plan.key: known[plan.code] for plan in world.plans.values()}
    posts = {post.user.username: post for post in Post.objects.select_related("user", "agency")}
    for row in world.staff:
        world.actors.setdefault((row.agency, row.role), []).append(actor_of(post=posts[row.username]))


def has_ended(world: World, key: str, on: date) -> bool:
    """Tell whether an agency no longer, or not yet, exists on a day."""
    plan = world.plans[key]
    return on < plan.starts_on or (plan.ends_before is not None and on >= plan.ends_before)


def _depth(world: World, plan: AgencyPlan) -> int:
    return 0 if not plan.parent else 1 + _depth(world, world.plans[plan.parent])


__all__ = ["TWO_TIERS_FROM", "World", "find_world", "has_ended", "plan_world", "settle_world"]
