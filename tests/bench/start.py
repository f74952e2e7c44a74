"""Where the time of a cold `briefing build` on the seeds goes: the interpreter, imports by package, the work itself.

    python tests/bench/start.py [--runs 7] [FOLDER]

Each run is a process of its own. Seconds of wall time, the median of the runs; imports are measured in a run apart
(`-X importtime`, which slows them a little), so that the rows need not add up to the total.
"""

import argparse
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter

IMPORT = re.compile(r"import time:\s+(\d+) \|\s+\d+ \|\s+([\w.]+)")


def seconds(command: list[str], runs: int) -> float:
    """The median wall time of a command."""
    taken = []
    for _ in range(runs):
        begin = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        taken.append(time.perf_counter() - begin)
    return statistics.median(taken)


def imports(command: list[str]) -> Counter[str]:
    """Seconds of importing by top package, the standard library together."""
    told = subprocess.run([command[0], "-X", "importtime", *command[1:]], check=True, capture_output=True, text=True)
    found: Counter[str] = Counter()
    for micros, name in IMPORT.findall(told.stderr):
        top = name.split(".")[0]
        found["standard library" if top in sys.stdlib_module_names else top] += int(micros) / 1e6
    return found


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", default="seeds")
    parser.add_argument("--runs", type=int, default=7)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as out:
        build = [sys.executable, "-m", "briefing", "build", given.folder, "--out", out]
        subprocess.run(build, check=True, capture_output=True)
        total = seconds(build, given.runs)
        bare = seconds([sys.executable, "-c", "pass"], given.runs)
        parts = imports(build)
    rows = [("briefing build, whole process", total), ("the bare interpreter", bare)]
    rows += [(f"import {name}", spent) for name, spent in parts.most_common(8)]
    rows += [
        ("import, all of it", parts.total()),
        ("the work: reading, dating, merging, setting", total - bare - parts.total()),
    ]
    for name, spent in rows:
        print(f"{name:<48}{spent:7.3f} s")


if __name__ == "__main__":
    main()
