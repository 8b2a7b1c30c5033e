"""An office without internet: the archive installs, the earlier release's data moves in, an upgrade saves it first."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from tests.ops.homes import ROOT, restored

pytestmark = pytest.mark.slow
# Whoever asks for a network gets a closed door; the package tool is told of no index.
OFFLINE = {
    "PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull, "HTTP_PROXY": "http://127.0.0.1:9",
    "HTTPS_PROXY": "http://127.0.0.1:9", "ALL_PROXY": "http://127.0.0.1:9",
}  # fmt: skip


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive, made from a clean clone."""
    clone = tmp_path_factory.mktemp("bundle") / "tiepdan"
    subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", str(ROOT), str(clone)], check=True)
    made = subprocess.run(
        [sys.executable, "-m", "tiepdan.ops.bundle.make"], cwd=clone, check=False, capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": str(clone)},
    )  # fmt: skip
    assert made.returncode == 0, made.stdout + made.stderr
    print(made.stdout)
    found = list((clone / "build").glob("*.tar.gz"))
    assert len(found) == 1
    return found[0]


def test_the_archive_upgrades_an_office_without_internet(archive: Path, tmp_path: Path) -> None:
    with tarfile.open(archive) as packed:
        packed.extractall(tmp_path, filter="data")
    (bundle,) = tmp_path.glob("tiepdan-*")
    assert not (bundle / "program" / "tests").exists()
    prefix, home = tmp_path / "opt", tmp_path / "var"
    restored(home)
    told = {name: value for name, value in os.environ.items() if not name.startswith(("TIEPDAN_", "DJANGO_", "PYTHON"))}
    told |= {**OFFLINE, "TIEPDAN_HOME": str(home), "PIP_NO_COMPILE": "1"}
    earlier = _release(prefix, f'PYTHONPATH="{ROOT}" exec "{sys.executable}" -m tiepdan.ops.cli "$@"')
    installed = subprocess.run([bundle / "install.sh", prefix], env=told, check=False, capture_output=True, text=True)
    assert installed.returncode == 0, installed.stdout + installed.stderr
    assert "Sao lưu trước khi nâng cấp" in installed.stdout
    assert (prefix / "current").resolve() != earlier
    shutil.rmtree(earlier)
    tiepdan = prefix / "current" / ".venv" / "bin" / "tiepdan"

    def run(*arguments: str, at: Path = home) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [tiepdan, *arguments], env={**told, "TIEPDAN_HOME": str(at)}, check=False, capture_output=True, text=True,
            cwd=tmp_path,
        )  # fmt: skip

    examined = run("doctor")
    assert "tables_up_to_date: cấu trúc dữ liệu đúng" in examined.stdout, examined.stdout + examined.stderr
    assert run("audit", "verify").returncode == 0
    assert run("deadline", "KN-5", "--start", "2026-07-14", "--json").returncode == 0
    saved = run("restore", str(prefix / "sao-luu"), at=tmp_path / "back")
    assert saved.returncode == 0, saved.stderr


def test_an_upgrade_that_cannot_be_saved_changes_nothing(archive: Path, tmp_path: Path) -> None:
    with tarfile.open(archive) as packed:
        packed.extractall(tmp_path, filter="data")
    (bundle,) = tmp_path.glob("tiepdan-*")
    prefix = tmp_path / "opt"
    earlier = _release(prefix, "exit 1")
    told = {**os.environ, **OFFLINE, "TIEPDAN_HOME": str(tmp_path / "var")}
    done = subprocess.run([bundle / "install.sh", prefix], env=told, check=False, capture_output=True, text=True)
    assert done.returncode == 1
    assert "chưa thay gì" in done.stderr
    assert (prefix / "current").resolve() == earlier


def _release(prefix: Path, command: str) -> Path:
    """Put an earlier release in place whose `tiepdan` does what the shell line says."""
    folder = (prefix / "releases" / "0.0.1").resolve()
    script = folder / ".venv" / "bin" / "tiepdan"
    script.parent.mkdir(parents=True)
    script.write_text(f"#!/bin/sh\n{command}\n", encoding="utf-8")
    script.chmod(0o755)
    (prefix / "current").symlink_to("releases/0.0.1")
    return folder
