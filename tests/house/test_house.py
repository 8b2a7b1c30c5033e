"""The rules of the house that no linter sees."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import ForeignKey

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "tiepdan"
WRITES = re.compile(
    r"\.(save|create|bulk_create|get_or_create|update_or_create|bulk_update)\(|\.objects[^\n]*\.(update|delete)\("
)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def layer_of(package: str) -> int:
    """Return how deep a package lies: 0 are the doors."""
    direction = PROJECT["tool"]["importlinter"]["contracts"][0]
    for depth, line in enumerate(direction["layers"]):
        if package in [name.strip() for name in line.split("|")]:
            return depth
    raise AssertionError(f"{package} has no place in the layers")


def test_foreign_keys_point_down() -> None:
    wrong = []
    for model in apps.get_models():
        if not model.__module__.startswith("tiepdan."):
            continue
        here = model.__module__.split(".")[1]
        for field in model._meta.get_fields():
            if isinstance(field, ForeignKey) and field.related_model.__module__.startswith("tiepdan."):
                there = field.related_model.__module__.split(".")[1]
                if here != there and layer_of(here) >= layer_of(there):
                    wrong.append(f"{here}.{model.__name__}.{field.name} → {there}")
    assert wrong == []


def test_only_acts_write() -> None:
    wrong = []
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(PACKAGE).parts
        if (
            parts[0] in {"infra", "ops"}
            or {"migrations", "reading", "rendering"} & set(parts)
            or "actions" in path.as_posix()
        ):
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if WRITES.search(line) and "# writes:" not in line:
                wrong.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()}")
    assert wrong == []


def test_every_module_says_what_belongs_in_it() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in PACKAGE.rglob("*.py")
        if not (path.name == "__init__.py" and path.parent.name == "migrations")
        and not ("migrations" in path.parts and path.name.startswith("0001"))
        and path.name != "wsgi.py"
        and ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) is None
    ]
    assert silent == []


def test_no_file_hides_two_subjects() -> None:
    forbidden = {"utils.py", "helpers.py", "services.py", "managers.py", "signals.py", "constants.py", "exceptions.py"}
    assert [str(path) for path in PACKAGE.rglob("*.py") if path.name in forbidden] == []


def test_architecture_names_every_package() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    packages = [path.parent.name for path in PACKAGE.glob("*/__init__.py")]
    assert [name for name in packages if f"`{name}`" not in text] == []


def test_settings_are_documented() -> None:
    used: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        used |= set(re.findall(r"\bTIEPDAN_[A-Z_]+", path.read_text(encoding="utf-8")))
    documented = set(re.findall(r"\bTIEPDAN_[A-Z_]+", (ROOT / ".env.example").read_text(encoding="utf-8")))
    assert used - documented == set()


def test_refusals_are_worded_and_documented() -> None:
    from tiepdan.desk.refusals import SENTENCES

    used: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        used |= set(re.findall(r"\bRefused\(\s*\"([a-z_0-9]+)\"", path.read_text(encoding="utf-8")))
    documented = set(
        re.findall(r"^\| `([a-z_0-9]+)`", (ROOT / "docs/refusals.md").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert used - set(SENTENCES) == set(), "codes without a sentence in desk/refusals.py"
    assert set(SENTENCES) == documented, "docs/refusals.md differs from desk/refusals.py: run `make fix`"


def test_glossary_names_every_model() -> None:
    text = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
    names = {model.__name__ for model in apps.get_models() if model.__module__.startswith("tiepdan.")}
    assert {name for name in names if f"`{name}`" not in text} == set()


def test_nothing_names_a_registry_or_a_foreign_path() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split()
    words = re.compile("|".join(["/wo" + "rk/", "py" + r"pi\.org", "python" + "hosted", "registry\\." + "npmjs"]))
    wrong = []
    for name in tracked:
        path = ROOT / name
        if path.suffix in {".png", ".pdf", ".docx", ".svg", ".woff2"} or not path.is_file():
            continue
        if words.search(path.read_text(encoding="utf-8", errors="replace")):
            wrong.append(name)
    assert wrong == []


@pytest.mark.parametrize(
    "name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "docs/operations/install.md"]
)
def test_the_papers_of_the_house_are_there(name: str) -> None:
    assert (ROOT / name).stat().st_size > 300


def test_nothing_hides_the_look_up_of_words() -> None:
    """`_` is the look-up of words: a function of such a module that stores something in it cannot look up any more."""
    hidden = []
    for path in sorted((ROOT / "tiepdan").rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        if "gettext as _" not in source:
            continue
        for function in [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)]:
            inner = {
                part
                for node in ast.walk(function)
                if isinstance(node, ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp | ast.Lambda)
                for part in ast.walk(node)
            }  # these have names of their own
            names = [node for node in ast.walk(function) if isinstance(node, ast.Name) and node not in inner]
            hidden += [f"{path.name}:{one.lineno}" for one in names if one.id == "_" and isinstance(one.ctx, ast.Store)]
    assert hidden == []
