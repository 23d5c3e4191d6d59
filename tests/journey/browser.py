"""A headless browser with the extension in it, whichever it is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from journey.tab import Tab


class Browser(ABC):
    """Every host name leads to the stage."""

    name: str

    @abstractmethod
    def open(self, url: str) -> Tab:
        """Open a page of the stage and wait until its editor stands."""

    @abstractmethod
    def extension_page(self, path: str, extension: Path | None = None) -> Tab:
        """Open one of the extension's own pages, or of another extension's by its folder."""

    @abstractmethod
    def blank(self) -> Tab:
        """Open an empty page."""

    @abstractmethod
    def stop_background(self) -> None:
        """Stop the extension's background, as the browser does when it idles."""

    @abstractmethod
    def popup_focus(self) -> str:
        """What has the focus in the toolbar's own popup, as text; "" while none is open. It is closed once it was read."""

    def ask(self, message: dict[str, Any]) -> Any:  # noqa: ANN401 - whatever the background answers
        """Send the background a message from the options page, as the person's press would."""
        with self.page("options/options.html") as page:
            return page.evaluate("(message) => browser.runtime.sendMessage(message)", message)

    @contextmanager
    def page(self, path: str) -> Iterator[Tab]:
        """One of the extension's own pages, closed at the end."""
        page = self.extension_page(path)
        try:
            yield page
        finally:
            page.close()
