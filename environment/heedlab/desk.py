"""What JupyterLab shows when it is opened for the first time: the first notebook, the course's README beside it."""

import hashlib
import json
from pathlib import Path
from typing import Any

from jupyterlab_server.workspaces_handler import WorkspacesManager

from heedlab.places import STATE

FIRST = "00-start-here.ipynb"
README = "README.md"
# As shares of the page: the list of files as wide as the longest name of a notebook at 1280 pixels.
FILES_WIDTH = 0.29


def workspaces(folder: str) -> Path:
    """Where JupyterLab keeps what was open last in a folder of notebooks; made as a reader shall find it at first."""
    root = Path(folder).resolve()
    kept = STATE / "jupyter" / "workspaces" / hashlib.sha256(str(root).encode()).hexdigest()[:16]
    if not kept.exists() and (root / FIRST).is_file():
        WorkspacesManager(str(kept)).save("default", json.dumps(desk((root / README).is_file())))
    return kept


def desk(with_readme: bool) -> dict[str, Any]:
    notebook, readme = f"notebook:{FIRST}", f"markdownviewer-widget:{README}"
    opened = [notebook, readme] if with_readme else [notebook]
    left = {"collapsed": False, "visible": True, "current": "filebrowser", "widgets": ["filebrowser"]}
    layout = {
        "main": {"dock": {"type": "tab-area", "currentIndex": 0, "widgets": opened}, "current": notebook},
        "left": left,
        "right": {"collapsed": True, "visible": True, "widgets": []},
        "relativeSizes": [FILES_WIDTH, 1 - FILES_WIDTH, 0],
    }
    data = {
        "layout-restorer:data": layout,
        "file-browser-filebrowser:cwd": {"path": ""},
        notebook: {"data": {"path": FIRST, "factory": "Notebook"}},
        readme: {"data": {"path": README, "factory": "Markdown Preview"}},
    }
    return {"data": data, "metadata": {"id": "default"}}
