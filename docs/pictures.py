"""Makes the pictures that the README and the docs show, from the seeds: `make pictures`.

Output: docs/page-1.png and its sisters, 110 dots per inch, the same bytes for the same note.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2

HERE = Path(__file__).parent
SCALE = 110 / 72


def main() -> None:
    """Build the seeds' note and draw its pages."""
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "briefing", "build", str(HERE.parent / "seeds"), "--out", out]
        options = ["--for", "Europe desk", "--by", "Briefing unit", "--marking", "OFFICIAL", "--built", "2026-11-21"]
        subprocess.run(command + options, check=True, stdout=subprocess.DEVNULL)
        (pdf,) = Path(out).glob("*.pdf")
        for old in HERE.glob("page-*.png"):
            old.unlink()
        for number, page in enumerate(pypdfium2.PdfDocument(pdf), start=1):
            page.render(scale=SCALE).to_pil().save(HERE / f"page-{number}.png", optimize=True)


if __name__ == "__main__":
    main()
