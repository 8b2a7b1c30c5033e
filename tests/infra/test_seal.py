"""Envelopes, the key ring, and stored files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiepdan.infra.home import Home
from tiepdan.infra.seal import KeyRing, SealBroken, load_ring, make_ring, ring_file, rotate
from tiepdan.infra.storage import FileMissing, FileStore

RING = KeyRing(keys={"00000001": b"k" * 32}, current="00000001", hashing=b"h" * 32)


@given(plain=st.binary(max_size=400), bound_to=st.text(max_size=30))
def test_what_is_closed_opens_again(plain: bytes, bound_to: str) -> None:
    assert RING.open(envelope=RING.close(plain=plain, bound_to=bound_to), bound_to=bound_to) == plain


@given(place=st.integers(0, 40), bit=st.integers(0, 7))
def test_a_changed_envelope_does_not_open(place: int, bit: int) -> None:
    envelope = bytearray(RING.close(plain=b"Nguyen Thi Sen", bound_to="party:1"))
    envelope[place % len(envelope)] ^= 1 << bit
    with pytest.raises(SealBroken):
        RING.open(envelope=bytes(envelope), bound_to="party:1")


def test_an_envelope_moved_to_another_row_does_not_open() -> None:
    envelope = RING.close(plain=b"Nguyen Thi Sen", bound_to="party:1")
    with pytest.raises(SealBroken):
        RING.open(envelope=envelope, bound_to="party:2")


def test_equal_texts_make_different_envelopes_but_equal_hashes() -> None:
    assert RING.close(plain=b"a", bound_to="x") != RING.close(plain=b"a", bound_to="x")
    assert RING.keyed_hash(text="1", purpose="number") == RING.keyed_hash(text="1", purpose="number")
    assert RING.keyed_hash(text="1", purpose="number") != RING.keyed_hash(text="1", purpose="pin")


def test_rotation_opens_old_envelopes_and_keeps_hashes(tmp_path: Path) -> None:
    home = Home(tmp_path)
    make_ring(home)
    before = load_ring(home)
    envelope = before.close(plain=b"x", bound_to="y")
    assert rotate(home) != before.current
    after = load_ring(home)
    assert after.open(envelope=envelope, bound_to="y") == b"x"
    assert after.keyed_hash(text="1", purpose="p") == before.keyed_hash(text="1", purpose="p")
    assert ring_file(home).stat().st_mode & 0o077 == 0


def test_a_lost_ring_is_not_made_anew(tmp_path: Path) -> None:
    home = Home(tmp_path)
    with pytest.raises(SealBroken, match="bản sao khóa"):
        load_ring(home)
    assert not ring_file(home).exists()
    make_ring(home)
    kept = ring_file(home).read_bytes()
    with pytest.raises(SealBroken):
        make_ring(home)
    assert ring_file(home).read_bytes() == kept


def test_a_ring_kept_elsewhere_is_the_one_that_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home, other = Home(tmp_path / "var"), Home(tmp_path / "mount")
    make_ring(home)
    make_ring(other)
    monkeypatch.setenv("TIEPDAN_KEY_FILE", str(other.keys / "ring.json"))
    load_ring.cache_clear()
    assert ring_file(home) == other.keys / "ring.json"
    assert load_ring(home).current in ring_file(home).read_text(encoding="utf-8")
    for change in (rotate, make_ring):
        with pytest.raises(SealBroken):
            change(home)
    load_ring.cache_clear()


def test_equal_files_are_stored_once_unless_sealed(tmp_path: Path) -> None:
    store = FileStore(root=tmp_path, ring=RING)
    assert store.put(b"don") == store.put(b"don")
    first, second = store.put_sealed(b"don"), store.put_sealed(b"don")
    assert first != second
    assert store.get(first) == store.get(second) == b"don"
    assert not any(b"don" in path.read_bytes() for path in tmp_path.rglob("sealed-*"))


@pytest.mark.parametrize("key", ["../../etc/passwd", "a/b", "", "sealed-../x"])
def test_a_key_cannot_leave_the_store(tmp_path: Path, key: str) -> None:
    with pytest.raises(FileMissing):
        FileStore(root=tmp_path, ring=RING).get(key)
