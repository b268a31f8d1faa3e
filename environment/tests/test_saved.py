"""What is written to files: a figure in four formats, and the panel of users, each opened without a network."""

import json
import struct
from pathlib import Path

import pytest
from conftest import Browser
from gallery import BOMB, FILE, HEADS, SCRIPT, SHOTS
from playwright.sync_api import Page
from seen import PLOT, faults, told

FOLDER = FILE.parent


@pytest.fixture
def panel(gallery: Path, browser: Browser) -> Page:
    return browser.open(f"file://{FOLDER / 'panel.html'}", offline=True)


def test_a_figure_saved_as_a_page_is_drawn_and_answers_to_the_mouse(gallery: Path, browser: Browser) -> None:
    page = browser.open(f"file://{FOLDER / 'saved.html'}", offline=True)
    figure = page.locator(PLOT)
    figure.locator(".heatmaplayer image").wait_for()
    assert faults(figure) == []
    assert SCRIPT in told(page, figure, (0, 3, 1))
    assert "Attention map of 8 places" in (page.get_attribute("[role=img]", "aria-label") or "")
    assert browser.requested == [f"file://{FOLDER / 'saved.html'}"]
    assert browser.complaints == []


def test_a_figure_saved_as_a_picture_has_its_size(gallery: Path, browser: Browser) -> None:
    height = json.loads((FOLDER / "saved.json").read_text())["layout"]["height"]
    picture = (FOLDER / "saved.png").read_bytes()
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", picture[16:24]) == (1800, 2 * height)
    page = browser.open(f"file://{FOLDER / 'saved.svg'}", offline=True)
    assert page.locator("svg.main-svg").first.get_attribute("viewBox") == f"0 0 900 {height}"
    assert page.get_by_text("looked at (each row sums to 100%)").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_panel_shows_a_user_at_once(panel: Page, browser: Browser, scheme: str) -> None:
    panel.emulate_media(color_scheme=scheme)
    assert panel.locator("#history button").count() == 8
    assert panel.locator("#recommended button").all_inner_texts() == [
        f"1. Film number 9\nwar & <peace>\nbecause of {SCRIPT} (75%) and Toy Story (1995) (25%)",
        "2. Film number 10\nwar & <peace>\nbecause of <b>Se7en</b> (1995) (100%)",
    ]
    panel.screenshot(path=SHOTS / f"panel-{scheme}.png", full_page=True)
    assert browser.requested == [f"file://{FOLDER / 'panel.html'}"]
    assert browser.complaints == []


def test_a_title_is_text_and_never_markup(panel: Page) -> None:
    assert panel.title() == "Users, their histories and recommendations"
    assert SCRIPT in panel.inner_text("#history")
    assert panel.locator("#history b, #history script").count() == 0
    assert panel.locator("#user option").all_text_contents() == ["Ann <b>", "Bob"]


def test_the_keyboard_alone_chooses_a_user_a_head_an_event_and_a_recommendation(panel: Page) -> None:
    panel.keyboard.press("Tab")
    assert panel.evaluate("document.activeElement.id") == "user"
    panel.keyboard.press("Tab")
    assert panel.locator("#head option").all_text_contents() == list(HEADS)
    panel.keyboard.press("ArrowDown")
    # Layer 1, head 1 gives 70% and an eighth of 30% to the event before the latest.
    assert "takes most, 74%, from <b>Se7en</b> (1995)." in (panel.text_content("#said") or "")
    for _ in range(6):
        panel.keyboard.press("Tab")
    panel.keyboard.press("Enter")
    assert (panel.text_content("#said") or "").startswith(f"{BOMB} takes most")
    assert panel.evaluate("document.activeElement.dataset.event") == "2"
    for _ in range(4):
        panel.keyboard.press("Tab")
    panel.keyboard.press("Space")
    assert "Film number 10, because of <b>Se7en</b> (1995) (100%)." in (panel.text_content("#said") or "")


def test_interests_stand_below_where_the_network_has_them(panel: Page) -> None:
    assert panel.locator("#interests").inner_text() == ""
    panel.select_option("#user", "Bob")
    text = panel.inner_text("#interests")
    assert "Interest 1, 75%" in text
    assert "From Toy Story (1995) (50%)" in text
    assert f"From {SCRIPT} (100%)" in text
    assert "By itself it would recommend Film number 12, Film number 13" in text
    assert not panel.locator("#head").is_visible()


def test_what_the_colours_say_is_also_said_in_words(panel: Page) -> None:
    latest = panel.locator("#history button").first.inner_text()
    assert "-50%" in latest, "what spoke against it"
    assert panel.locator("[role=status]").count() == 1
    unnamed = "[...document.querySelectorAll('select')].filter(one => !one.labels.length).length"
    assert panel.evaluate(unnamed) == 0
