"""How JupyterLab looks and what it offers, as files in a folder of ours; JUPYTER_CONFIG_DIR names it to any Jupyter."""

from heedlab.places import ENVIRONMENT, STATE
from heedlab.prepare import write

SETTINGS = STATE / "jupyter" / "config"
# The extension of Plotly shows a stored figure as a picture until the mouse comes, at the size of its pixels.
PICTURES_FIT = ".jp-RenderedPlotly img.plot-img { width: 900px; max-width: 100%; height: auto; }\n"
# The colours of words in figures (heed.figure.Theme), which are dark enough for white, on a dark page.
ON_DARK = {"117, 117, 117": "#a0a0a0", "160, 104, 0": "#e69f00", "0, 114, 178": "#56b4e9"}
WORDS_ON_DARK = "".join(
    f'body[data-jp-theme-light="false"] .main-svg [style*="fill: rgb({colour})"]:is(text, tspan) '
    f"{{ fill: {lighter} !important; }}\n"
    for colour, lighter in ON_DARK.items()
)
# JupyterLab's own rule breaks a line of text anywhere, also in the middle of "free".
WORDS_STAY_WHOLE = ".jp-OutputArea-output pre { word-break: normal !important; overflow-wrap: anywhere; }\n"

CONFIG = """\
import sys
sys.path.insert(0, {environment!r})
from heedlab.saving import keep_stored_figures
c.ContentsManager.pre_save_hook = keep_stored_figures
c.LabApp.custom_css = True
# No Python kernel beside ours, nor the entry that the jjava package installs.
c.KernelSpecManager.allowed_kernelspecs = {{"heed"}}
c.KernelSpecManager.ensure_native_kernel = False
c.MultiKernelManager.default_kernel_name = "heed"
"""


def write_settings() -> None:
    write(SETTINGS / "custom" / "custom.css", PICTURES_FIT + WORDS_ON_DARK + WORDS_STAY_WHOLE)
    write(SETTINGS / "jupyter_server_config.py", CONFIG.format(environment=str(ENVIRONMENT)))
