"""A notebook as one HTML page that opens offline and alone: figures, formulas, images and style are in it."""

import copy
import json
from pathlib import Path
from typing import Any

from jinja2 import pass_context
from latex2mathml.converter import convert
from nbconvert import HTMLExporter
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbformat import NotebookNode

from heedlab.figures import PLOTLY, figure_bundles, plotly_js
from heedlab.places import ENVIRONMENT

LATEX = "text/latex"
TEMPLATES = ENVIRONMENT / "heedlab" / "templates"


def html_page(notebook: NotebookNode, source: Path) -> str:
    """The page of a notebook, whose figures can be hovered and zoomed; images are looked for beside the source."""
    notebook = copy.deepcopy(notebook)
    bundles = list(figure_bundles(notebook))
    for bundle in bundles:
        drawn = figure(bundle[PLOTLY])
        bundle.clear()
        bundle["text/html"] = drawn
    for output in (output for cell in notebook.cells for output in cell.get("outputs", [])):
        if LATEX in output.get("data", {}):
            output.data["text/html"] = formula(output.data.pop(LATEX))
    page = Page(template_name="heed-page", extra_template_basedirs=[str(TEMPLATES)])
    page.environment.globals["plotly_js"] = plotly_js() if bundles else ""
    body, _ = page.from_notebook_node(notebook, {"metadata": {"name": source.stem, "path": str(source.parent)}})
    return body


def figure(content: dict[str, Any]) -> str:
    """A figure as data; the page's script draws it there."""
    # So that a film called "</script>" does not end the element.
    data = json.dumps(content).replace("</", "<\\/")
    return f'<div class="heed-figure"><script type="application/json">{data}</script></div>'


def formula(latex: str) -> str:
    """A formula that a cell shows, in a paragraph of its own."""
    return f"<p>{convert(latex.strip().strip('$'), display='block')}</p>"


class Page(HTMLExporter):
    """nbconvert's page without what it loads from elsewhere; the template is in templates/heed-page."""

    @pass_context
    def markdown2html(self, context: Any, source: str) -> str:
        cell = context.get("cell", {})
        path = context.get("resources", {}).get("metadata", {}).get("path", "")
        renderer = FormulaRenderer(escape=False, attachments=cell.get("attachments", {}), embed_images=True, path=path)
        return MarkdownWithMath(renderer=renderer).render(source)


class FormulaRenderer(IPythonRenderer):
    """Formulas as MathML, which browsers draw by themselves."""

    def _html_embed_images(self, html: str) -> str:
        # nbconvert parses the HTML to find images, which closes a <details> or <kbd> that it sees half of.
        return super()._html_embed_images(html) if "<img" in html else html

    def inline_math(self, body: str) -> str:
        return convert(body)

    def block_math(self, body: str) -> str:
        return convert(body, display="block")

    def multiline_math(self, text: str) -> str:
        return convert(text.strip("$"), display="block")

    def latex_environment(self, name: str, body: str) -> str:
        return convert(rf"\begin{{{name}}}{body}\end{{{name}}}", display="block")
