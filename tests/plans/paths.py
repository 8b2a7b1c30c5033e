"""Where the plans of the tests are: five invented ones always, the real seed plans when they stand beside the project."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
EXAMPLES: Final = sorted((ROOT / "rules" / "examples" / "plans").glob("*.txt"))
SHARED: Final = Path(os.environ.get("TIEPDAN_SHARED", ROOT.parent / "shared")) / "plans"
SEEDS: Final = sorted(SHARED.glob("seed-*.txt"))
