"""The key of an installation: made with it, asked for when it is lost, never invented over data."""

from __future__ import annotations

from pathlib import Path

import pytest

from tiepdan.infra.home import Home
from tiepdan.infra.seal import ring_file
from tiepdan.ops.environment import Installation, SetupFailed


@pytest.mark.parametrize("mark", ["production", "demo"])
def test_a_new_installation_gets_a_key_and_a_used_one_never_another(tmp_path: Path, mark: str) -> None:
    home = Home(tmp_path)
    installation = Installation(home=home, demo=mark == "demo", port=8000)
    installation.prepare_key()
    first = ring_file(home).read_bytes()
    (tmp_path / mark).write_text("1", encoding="utf-8")
    installation.prepare_key()
    assert ring_file(home).read_bytes() == first
    ring_file(home).unlink()
    with pytest.raises(SetupFailed, match="bản sao khóa"):
        installation.prepare_key()
    assert not ring_file(home).exists()


def test_a_key_kept_elsewhere_must_be_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIEPDAN_KEY_FILE", str(tmp_path / "mount" / "ring.json"))
    with pytest.raises(SetupFailed, match="mount"):
        Installation(home=Home(tmp_path / "var"), demo=False, port=8000).prepare_key()
