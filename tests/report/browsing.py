"""A real browser over pages on disk. Nothing it says or asks for may go unnoticed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FOREIGN = "img, iframe, object, embed, form, [onload], [onerror], [onmouseover], [onfocus], [autofocus]"


@dataclass
class Heard:
    """What a page said and asked for that it should not have."""

    faults: list[str] = field(default_factory=list)


@contextmanager
def opened(browser, path: Path, address: str = "", *, width: int = 1280, height: int = 900, **context) -> Iterator:
    """A view of the page at ``path``. Fails at its end if the page complained, asked or was broken into."""
    scene = browser.new_context(viewport={"width": width, "height": height}, **context)
    view, heard = scene.new_page(), Heard()
    view.heard = heard
    view.on("console", lambda message: heard.faults.append(f"console: {message.text}"))
    view.on("pageerror", lambda error: heard.faults.append(f"error: {error}"))
    view.on(
        "request", lambda r: None if r.url.startswith(("file:", "data:")) else heard.faults.append(f"asked: {r.url}")
    )
    view.set_default_timeout(120_000)  # a busy machine is not a fault
    try:
        view.goto(f"{path.as_uri()}{address}")
        scripted = context.get("java_script_enabled", True)
        if scripted:
            settle(view)
        yield view
        if scripted:
            look_for_intruders(view)
        assert not heard.faults, "\n".join(heard.faults)
    finally:
        scene.close()


def look_for_intruders(view) -> None:
    """Notes every element or effect that only hostile text could have made."""
    found = view.evaluate(
        "foreign => [...document.querySelectorAll(foreign)].map(e => e.outerHTML.slice(0, 200))"
        ".concat(window.pwned ? ['window.pwned'] : [])"
        ".concat(getComputedStyle(document.body).display === 'none' ? ['style'] : [])",
        FOREIGN,
    )
    view.heard.faults.extend(f"intruder: {what}" for what in found)


def settle(view) -> None:
    """Wait until what the address asks for is drawn."""
    view.wait_for_load_state("load")
    view.evaluate("() => new Promise(done => setTimeout(done, 20))")  # an address changes before anybody is told
    view.wait_for_function("document.getElementById('main').getAttribute('aria-busy') !== 'true'")


def go(view, address: str) -> None:
    view.evaluate("address => { location.hash = address }", address)
    settle(view)


def overflow(view) -> int:
    """By how many pixels the page is wider than the window."""
    return view.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
