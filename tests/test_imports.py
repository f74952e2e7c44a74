"""The house has floors: imports run one way."""

import ast
from pathlib import Path

import briefing

ROOT = Path(briefing.__file__).parent

# room -> the rooms it may import. A room is a module or folder directly below briefing/.
MAY_IMPORT = {
    "timex": set(),
    "model": {"timex"},
    "errors": set(),
    "version": set(),
    "words": set(),
    "plugins": {"errors"},
    "workers": set(),
    "catalogue": {"errors", "model"},
    "document": {"model"},
    "style": {"errors"},
    "dates": {"model", "timex", "errors", "plugins"},
    "sources": {"model", "errors", "plugins", "version"},
    "names": {"model"},
    "events": {"model", "timex", "names", "plugins"},
    "timeline": {"model", "names", "events"},
    "brief": {"model", "document", "catalogue"},
    "render": {"model", "catalogue", "document", "style", "errors", "plugins"},
    "mail": {"document", "catalogue", "render", "errors"},
    "explain": {"model", "catalogue", "dates", "brief"},
    "jsonl": {"model", "dates", "explain", "workers"},
    "settings": {"model", "errors", "timeline"},
    "understood": {"model"},
    "pipeline": {"model", "timex", "sources", "dates", "names", "timeline", "settings", "workers"},
    "output": {"errors"},
    "cli": None,  # the only one that may see everything
    "__main__": {"cli"},
    "__init__": {"pipeline", "dates", "version"},
}


def room(path: Path) -> str:
    relative = path.relative_to(ROOT)
    return relative.parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module] if node.module != "briefing" else [f"briefing.{a.name}" for a in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        found |= {name.split(".")[1] for name in names if name.startswith("briefing.")}
    return found - {room(path)}


def test_every_import_runs_down_the_floors():
    """No room imports one that stands above or beside it."""
    wrong = []
    for path in sorted(ROOT.rglob("*.py")):
        allowed = MAY_IMPORT.get(room(path), set())
        if allowed is not None:
            wrong += [f"{path.relative_to(ROOT)} imports {name}" for name in sorted(imported(path) - allowed)]
    assert wrong == []


def test_contracts_never_import_what_implements_them():
    """reader, rule and writer are found by name at run time, so their contracts know none of them."""
    contracts = {"sources/reader.py", "dates/rule.py", "events/tongue.py", "render/writer.py"}
    for name in contracts:
        path = ROOT / name
        if path.exists():
            siblings = {p.stem for p in path.parent.rglob("*.py")} - {path.stem, "__init__"}
            tree = ast.parse(path.read_text(encoding="utf-8"))
            modules = {n.module.split(".")[-1] for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module}
            inside = {m for m in modules if m in siblings} - {"timex", "marks"}
            assert inside == set(), f"{name} imports {inside}"
