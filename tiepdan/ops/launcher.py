"""Give a virtual environment the command `tiepdan`, running this very checkout. Needs nothing but the interpreter.

The program is compiled as it is installed, as the libraries were: five processes start with it, and where bytecode is not
written at run time each of them would spend two seconds on compiling it again.
"""

from __future__ import annotations

import compileall
import sys
import sysconfig
from pathlib import Path
from typing import Final

SCRIPT: Final = (  # guarded: the clients of a measure start from a fresh copy of it
    '#!{python}\nimport sys\n\nfrom tiepdan.ops.cli import main\n\nif __name__ == "__main__":\n    sys.exit(main())\n'
)


def install() -> Path:
    """Write the path of this checkout and the command into the environment of the running interpreter."""
    source = Path(__file__).resolve().parent.parent.parent
    (Path(sysconfig.get_path("purelib")) / "tiepdan.pth").write_text(f"{source}\n", encoding="utf-8")
    command = Path(sysconfig.get_path("scripts")) / "tiepdan"
    command.write_text(SCRIPT.format(python=sys.executable), encoding="utf-8")
    command.chmod(0o755)
    compileall.compile_dir(source / "tiepdan", quiet=2)
    return command


if __name__ == "__main__":
    install()
