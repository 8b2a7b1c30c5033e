"""make bundle: this release, every library it needs as a wheel, and the script that installs both."""

from __future__ import annotations

import hashlib
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from tiepdan.ops.release import release

ROOT = Path(__file__).resolve().parent.parent.parent.parent
SCRIPT = Path(__file__).resolve().parent / "install.sh"


def main() -> int:
    """Write build/tiepdan-VERSION-MACHINE-pyXY.tar.gz and its SHA-256 beside it."""
    name = f"tiepdan-{release()}-{platform.machine()}-py{sys.version_info.major}{sys.version_info.minor}"
    build = ROOT / "build"
    build.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=build) as scratch:
        folder = Path(scratch) / name
        _copy_release(folder / "program")
        _fetch_wheels(folder / "wheels")
        shutil.copy(SCRIPT, folder / "install.sh")
        (folder / "VERSION").write_text(f"{release()}\n", encoding="utf-8")
        archive = build / f"{name}.tar.gz"
        with tarfile.open(archive, "w:gz", compresslevel=1) as out:  # wheels are compressed already
            out.add(folder, arcname=name)
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    archive.with_suffix(archive.suffix + ".sha256").write_text(f"{digest}  {archive.name}\n", encoding="utf-8")
    print(f"{archive.relative_to(ROOT)}: {archive.stat().st_size / (1 << 20):.0f} MiB")
    return 0


def _copy_release(target: Path) -> None:
    """Copy what git tracks: nothing local, no data, no secret gets in."""
    listed = subprocess.run(
        [shutil.which("git") or "git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
    ).stdout.decode()
    for name in filter(None, listed.split("\0")):
        if name.startswith(("tests/", ".ci/")) or not (ROOT / name).is_file():
            continue
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, target / name)


def _fetch_wheels(target: Path) -> None:
    subprocess.run(
        [
            sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "download", "--require-hashes",
            "--only-binary", ":all:", "--dest", str(target), "-r", str(ROOT / "requirements.lock"),
        ],
        check=True,
    )  # fmt: skip


if __name__ == "__main__":
    raise SystemExit(main())
