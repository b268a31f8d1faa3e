"""What JupyterLab's server does before it saves a notebook: a figure that was only looked at stays as it was stored.

JupyterLab's extension of Plotly puts a new PNG beside each figure that the mouse passes, and a number such as 1.0
comes back from the browser as 1. Both would show as changes of a notebook of which no cell was run.
"""

import json
from pathlib import Path
from typing import Any

from heedlab.figures import PLOTLY


def keep_stored_figures(model: dict[str, Any], path: str, contents_manager: Any, **_: Any) -> None:
    """Puts each output whose figure is that of the file back as the file has it."""
    if model.get("type") != "notebook" or not model.get("content"):
        return
    file = Path(contents_manager._get_os_path(path.strip("/")))
    if file.is_file():
        keep(model["content"], stored(file))


def stored(file: Path) -> dict[str, Any]:
    """The notebook of a file; without cells if it is none."""
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def keep(new: dict[str, Any], old: dict[str, Any]) -> None:
    before = {cell.get("id"): cell for cell in old.get("cells", [])}
    for cell in new.get("cells", []):
        outputs = cell.get("outputs", [])
        former = before.get(cell.get("id"), {}).get("outputs", [])
        for place, (output, stood) in enumerate(zip(outputs, former, strict=False)):
            if figure(output) is not None and figure(output) == figure(stood):
                outputs[place] = whole(stood)


def figure(output: dict[str, Any]) -> Any:
    return output.get("data", {}).get(PLOTLY)


def whole(output: dict[str, Any]) -> dict[str, Any]:
    """An output whose texts are no longer lists of lines, as JupyterLab's server has them in its hands."""
    data = {kind: "".join(value) if isinstance(value, list) else value for kind, value in output["data"].items()}
    return {**output, "data": data}
