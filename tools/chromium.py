"""
Headless Chromium over a pipe: show a page, ask it a question, take its picture.

No package in between: Chromium's own DevTools protocol, one JSON message after
another, each ended by a zero byte.

    with Chromium() as browser:
        browser.show(page, width=360, dark=True)
        browser.evaluate("document.title")
"""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

NAMES = ("chromium", "chromium-browser", "google-chrome")
_ARGUMENTS = (
    *("--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu"),
    *("--hide-scrollbars", "--no-first-run", "--disable-extensions", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage"),
)
_PATIENCE = 60


def installed() -> str | None:
    """Return the path of the browser; `None` where there is none, or no such pipe."""
    if os.name != "posix":
        return None
    return next(filter(None, map(shutil.which, NAMES)), None)


def _at_three_and_four(reads: int, writes: int) -> Callable[[], None]:
    """Return what puts a pipe where Chromium looks for it, in the new process."""

    def place() -> None:
        # Out of the way first: one of them may be 3 or 4 itself.
        os.dup2(os.dup2(reads, 30), 3)
        os.dup2(os.dup2(writes, 31), 4)

    return place


class Chromium:
    """One browser with one page."""

    def __init__(self) -> None:
        program = installed()
        if program is None:
            raise FileNotFoundError("chromium")
        self._home = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        reads, self._out = os.pipe()
        self._in, writes = os.pipe()
        # A program found by its name, with arguments of our own; nothing runs beside it yet.
        self._process = subprocess.Popen(  # noqa: S603
            [program, *_ARGUMENTS, f"--user-data-dir={self._home.name}", "about:blank"],
            preexec_fn=_at_three_and_four(reads, writes),  # noqa: PLW1509
            pass_fds=(3, 4),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(reads)
        os.close(writes)
        self._buffer = b""
        self._number = 0
        self._session: str | None = None
        self._events: list[dict[str, Any]] = []
        target = self._send("Target.createTarget", url="about:blank")["targetId"]
        attached = self._send("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Network", "Runtime"):
            self._send(f"{domain}.enable")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the browser and remove what it kept."""
        os.close(self._out)
        self._process.terminate()
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._in)
        self._home.cleanup()

    def _receive(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._in], [], [], _PATIENCE)
            if not ready:
                raise TimeoutError("the browser does not answer")
            more = os.read(self._in, 1 << 20)
            if not more:
                raise ConnectionError("the browser has ended")
            self._buffer += more
        message, _, self._buffer = self._buffer.partition(b"\0")
        found: dict[str, Any] = json.loads(message)
        return found

    def _send(self, method: str, **given: Any) -> dict[str, Any]:
        self._number += 1
        message = {"id": self._number, "method": method, "params": given}
        if self._session is not None:
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._receive()
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                result: dict[str, Any] = answer["result"]
                return result
            self._events.append(answer)

    def _wait_for(self, event: str) -> None:
        while not any(one.get("method") == event for one in self._events):
            self._events.append(self._receive())

    def show(
        self, page: Path | str, *, width: int = 1000, scale: float = 1, dark: bool = False
    ) -> None:
        """
        Load a page, as a reader with such a screen and such a wish sees it.

        Args:
            page: An HTML or SVG file, or a page's address.
            width: Of the window, in CSS pixels.
            scale: Device pixels to a CSS pixel.
            dark: Whether the reader prefers dark pages.
        """
        self._send(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=800,
            deviceScaleFactor=scale,
            mobile=width < 600,
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self._send("Emulation.setEmulatedMedia", media="screen", features=[scheme])
        self._events.clear()
        address = page if isinstance(page, str) else page.resolve().as_uri()
        self._send("Page.navigate", url=address)
        self._wait_for("Page.loadEventFired")

    def requests(self) -> list[str]:
        """Return the address of everything that the shown page asked for."""
        return [
            one["params"]["request"]["url"]
            for one in self._events
            if one.get("method") == "Network.requestWillBeSent"
        ]

    def offline(self, *, cut: bool) -> None:
        """Cut the connection of the page, or give it back."""
        unlimited = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
        self._send("Network.emulateNetworkConditions", offline=cut, **unlimited)

    def evaluate(self, expression: str) -> Any:
        """Return the value of a script in the page, when it is ready."""
        answer = self._send(
            "Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True
        )
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"])
        return answer["result"].get("value")

    def picture(self, selector: str = "html") -> bytes:
        """Return a part of the page as PNG."""
        box = self.evaluate(
            f"(r => [r.x + scrollX, r.y + scrollY, r.width, r.height])"
            f"(document.querySelector({json.dumps(selector)}).getBoundingClientRect())"
        )
        x, y, width, height = box
        taken = self._send(
            "Page.captureScreenshot",
            captureBeyondViewport=True,
            clip={"x": x, "y": y, "width": width, "height": height, "scale": 1},
        )
        return base64.b64decode(taken["data"])
