"""Every kind of figure as a reader sees it: in JupyterLab, light and dark, and on the page that needs no network.

Each is drawn, its texts can be read, the mouse is told the right item, its menu switches the head. Screenshots of
all of them are kept in runs/browser/.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import Browser, start_lab
from gallery import CROWDED, FILE, KINDS, SCRIPT, SETUP, SHOTS, Kind, charts
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import Locator, Page
from seen import PLOT, choose, faults, numbers, offered, promised, told

MINUTE = 60_000
SETTINGS = SHOTS / "settings"
ALL = [*enumerate(KINDS), *enumerate(CROWDED, len(KINDS))]


class Place(NamedTuple):
    """A page on which the gallery is open, and whether its window is narrow."""

    name: str
    page: Page
    browser: Browser

    def figure(self, number: int) -> Locator:
        """A figure, where it is drawn; JupyterLab draws only what comes near."""
        if self.page.locator(".jp-LabShell").count() == 0:
            return self.page.locator(PLOT).nth(number)
        cell = self.page.locator(".jp-CodeCell").nth(len(SETUP) + number)
        cell.scroll_into_view_if_needed()
        cell.locator(PLOT).wait_for(timeout=MINUTE)
        return cell.locator(PLOT)


@pytest.fixture(scope="module", params=["page", "half page", "light", "dark"])
def place(request: pytest.FixtureRequest, gallery: Path, chromium: Chromium) -> Iterator[Place]:
    browser = Browser(chromium)
    if "page" in request.param:
        page = browser.open(f"file://{gallery}", offline=True, width=640 if "half" in request.param else 1280)
        yield Place(request.param, page, browser)
        browser.close()
        return
    choose_theme("JupyterLab Dark" if request.param == "dark" else "JupyterLab Light")
    with start_lab("--notebooks", str(FILE.parent), JUPYTERLAB_SETTINGS_DIR=str(SETTINGS)) as lab:
        # A workspace of its own: that of other tests would open their notebooks, which are not here.
        page = browser.open(f"{lab.server}/lab/workspaces/gallery/tree/{FILE.name}?token={lab.token}")
        page.wait_for_selector(".jp-Notebook .jp-CodeCell", timeout=MINUTE)
        yield Place(request.param, page, browser)
        browser.close()


def choose_theme(name: str) -> None:
    file = SETTINGS / "@jupyterlab" / "apputils-extension" / "themes.jupyterlab-settings"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({"theme": name}))


def kinds(*chosen: tuple[int, Kind]) -> pytest.MarkDecorator:
    names = [kind.chart + (", crowded" if number >= len(KINDS) else "") for number, kind in chosen]
    return pytest.mark.parametrize(("number", "kind"), chosen, ids=names)


def test_every_chart_class_has_a_row() -> None:
    assert sorted({kind.chart for kind in KINDS}) == charts()


@kinds(*ALL)
def test_it_is_drawn_and_its_texts_can_be_read(place: Place, number: int, kind: Kind) -> None:
    figure = place.figure(number)
    SHOTS.mkdir(parents=True, exist_ok=True)
    figure.screenshot(path=SHOTS / f"{kind.chart}-{number}-{place.name.replace(' ', '-')}.png")
    assert faults(figure) == []
    assert place.browser.complaints == []


@kinds(*enumerate(KINDS))
def test_its_description_is_read_out_and_not_seen(place: Place, number: int, kind: Kind) -> None:
    if "half" in place.name:
        pytest.skip("the whole page tells it")
    figure = place.figure(number)
    words = figure.locator(".annotation-text").last
    said = words.text_content() or ""
    assert words.evaluate("text => getComputedStyle(text).fillOpacity") == "0"
    assert said
    assert said[:20] in figure.aria_snapshot()


@kinds(*[(number, kind) for number, kind in ALL if kind.says])
def test_the_mouse_is_told_the_right_item(place: Place, number: int, kind: Kind) -> None:
    if "half" in place.name:
        pytest.skip("the whole page tells it")
    said = told(place.page, place.figure(number), kind.point)
    assert [words for words in kind.says if words not in said] == [], said


@kinds(*[(number, kind) for number, kind in ALL if kind.choices])
def test_the_menu_switches_what_is_drawn(place: Place, number: int, kind: Kind) -> None:
    if "half" in place.name:
        pytest.skip("the whole page shows it")
    figure = place.figure(number)
    figure.scroll_into_view_if_needed()
    before = numbers(figure)
    assert tuple(offered(figure)) == kind.choices
    choose(figure, len(kind.choices) - 1)
    assert numbers(figure) != before
    assert numbers(figure) == promised(figure, len(kind.choices) - 1)


def test_a_long_table_is_paged_by_keys_alone(place: Place) -> None:
    """In JupyterLab, too, whose own keys are arrows and Enter."""
    if place.page.locator(".jp-LabShell").count():
        place.page.locator(".jp-CodeCell").nth(len(SETUP) + len(ALL)).scroll_into_view_if_needed()
    table = place.page.locator(".heed-pages")
    table.wait_for(timeout=MINUTE)
    assert table.get_by_text("film 299", exact=True).is_visible()
    table.locator("summary").focus()
    place.page.keyboard.press("Enter")
    table.get_by_text("film 19", exact=True).wait_for(timeout=5_000)
    assert not table.get_by_text("film 299", exact=True).is_visible()
    place.page.keyboard.press("Tab")
    place.page.keyboard.press("ArrowRight")
    table.get_by_text("film 20", exact=True).wait_for(timeout=5_000)
    assert table.get_by_text(SCRIPT).is_visible()
    assert not table.get_by_text("film 19", exact=True).is_visible()
    table.screenshot(path=SHOTS / f"pages-{place.name.replace(' ', '-')}.png")
    assert place.browser.complaints == []


def test_the_panel_of_users_has_the_colours_of_what_is_around_it(place: Place) -> None:
    place.page.locator(".jp-CodeCell").last.scroll_into_view_if_needed()
    panel = place.page.locator("iframe.heed-panel")
    user = panel.content_frame.locator("#user")
    user.wait_for(timeout=MINUTE)
    ground = user.evaluate("() => getComputedStyle(document.body).backgroundColor")
    assert ground == ("rgb(17, 17, 17)" if place.name == "dark" else "rgb(255, 255, 255)")


def test_the_page_asked_for_nothing_but_itself(place: Place, gallery: Path) -> None:
    if "page" in place.name:
        assert place.browser.requested == [f"file://{gallery}"]
    else:
        light = place.page.evaluate("document.body.dataset.jpThemeLight")
        assert light == str(place.name == "light").lower()
