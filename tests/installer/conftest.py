"""The installer's scripts stand beside each other, outside the package: put them where Python finds them."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "installer"))
