"""A newcomer: clones into an empty folder, types `make run`, logs in, receives a citizen, looks the code up, stops."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from tests.browser.site import ROOT, Site, free_port
from tests.browser.visitor import Visitor
from tiepdan.ops.demo import PASSWORD

pytestmark = pytest.mark.slow
CODE = re.compile(r"[34679ACDEFGHJKMNPQRTWXY]{4}-[34679ACDEFGHJKMNPQRTWXY]{4}-[34679ACDEFGHJKMNPQRTWXY]{2}")
CLERK = "tiepdan.xa"


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clean clone, with nothing installed."""
    if shutil.which("make") is None:
        pytest.skip("make is absent")
    folder = tmp_path_factory.mktemp("newcomer") / "tiepdan"
    subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", str(ROOT), str(folder)], check=True)
    return folder


def test_from_clone_to_look_up(clone: Path) -> None:
    site = Site(home=clone / "var", port=free_port(), command=["make", "run"], cwd=clone)
    installed = subprocess.run(["make", "setup"], cwd=clone, check=False, capture_output=True, text=True)
    assert installed.returncode == 0, installed.stderr

    began = time.monotonic()
    site.start(seconds=240)
    first = time.monotonic() - began
    print(f"first start after installing: {first:.1f} s")
    try:
        assert CLERK in "".join(site.printed), "the demo accounts are printed"
        clerk = Visitor(site.address)
        assert "BẢN DÙNG THỬ" in clerk.get("/")
        clerk.log_in(CLERK, PASSWORD)
        assert clerk.url.endswith("/ban-lam-viec/"), clerk.text[:2000]
        clerk.get("/ban-lam-viec/tiep-dan/moi/")
        clerk.submit(
            having="content",
            name="Tạ Thị Hoa Lài",
            number="000126007777",
            address="Tổ 3, khu phố Hoa Lài",
            purpose="complaint",
            content="Tôi khiếu nại việc thu hồi lối đi chung mà không có thông báo, ngày 12/10/2026, tại tổ 3.",
            demands="Trả lại lối đi chung.",
        )
        assert clerk.status == 200, clerk.text[:3000]
        code = re.search(rf'class="secret code">({CODE.pattern})<', clerk.text)
        pin = re.search(r"PIN\D*?(\d{6})", re.sub(r"<[^>]+>", " ", clerk.text))
        assert code is not None, clerk.text[:3000]
        assert pin is not None, clerk.text[:3000]

        citizen = Visitor(site.address)
        citizen.get("/tra-cuu/")
        found = citizen.submit(having="pin", ma=code.group(1), pin=pin.group(1))
        assert citizen.status == 200
        assert code.group(1) in found
        citizen.get("/tra-cuu/")
        wrong = citizen.submit(having="pin", ma=code.group(1), pin="000000" if pin.group(1) != "000000" else "111111")
        assert "Tạ Thị Hoa Lài" not in wrong
    finally:
        status = site.stop()
    assert status in {0, 2, 130, -2}, status  # make ends by the interrupt it passed on
    deadline = time.monotonic() + 15
    while site.processes() and time.monotonic() < deadline:
        time.sleep(0.2)
    assert site.processes() == [], "no orphan"

    began = time.monotonic()
    again = Site(home=clone / "var", port=free_port(), command=["make", "run"], cwd=clone)
    again.start()
    print(f"second start: {time.monotonic() - began:.1f} s")
    again.stop()


def test_a_bare_debian_is_told_what_to_install(clone: Path, tmp_path: Path) -> None:
    """A Python whose venv fails, as on a Debian without python3-venv."""
    fake = tmp_path / "python3"
    fake.write_text('#!/bin/sh\ncase "$*" in *"-m venv"*) exit 1;; *) exit 0;; esac\n', encoding="utf-8")
    fake.chmod(0o755)
    told = subprocess.run(
        ["make", "setup", f"PYTHON={fake}", "VENV=absent"], cwd=clone, check=False, capture_output=True, text=True,
        env={**os.environ},
    )  # fmt: skip
    assert told.returncode != 0
    assert "apt-get install -y python3-venv" in told.stdout
