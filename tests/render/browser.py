"""A headless Chromium for the tests of the HTML edition: opens a file at a width, with or without its script."""

import json
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from time import sleep

SETTLED = 0.15  # seconds that a page gets for what a click sets off
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
)


@contextmanager
def chromium():
    """A browser with an empty profile of its own, gone afterwards."""
    from selenium import webdriver  # only the suite for browsers installs it
    from selenium.webdriver.chrome.options import Options
    from selenium.webdriver.chrome.service import Service

    profile = tempfile.mkdtemp()
    options = Options()
    options.binary_location = shutil.which("chromium")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    for flag in (*FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    try:
        yield driver
    finally:
        driver.quit()
        shutil.rmtree(profile, ignore_errors=True)


class Page:
    """A file in the browser. JavaScript given here runs even where the page's own is switched off."""

    def __init__(self, driver, file: Path, width: int, *, height=900, script=True, dark=False, anchor="") -> None:
        self.driver = driver
        self.cdp("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        self.cdp("Emulation.setScrollbarsHidden", hidden=True)
        self.cdp("Emulation.setScriptExecutionDisabled", value=not script)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.cdp("Emulation.setEmulatedMedia", features=[scheme])
        driver.get("about:blank")
        driver.get_log("browser")
        driver.get_log("performance")
        driver.get(file.as_uri() + anchor)

    def cdp(self, command, **arguments):
        return self.driver.execute_cdp_cmd(command, arguments)

    def js(self, expression):
        """The value of a JavaScript expression."""
        done = self.cdp("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in done, done
        return done["result"].get("value")

    def find(self, selector, ask):
        """What `ask` (a function of elements in JavaScript) says of all elements that match."""
        return self.js(f"({ask})([...document.querySelectorAll({json.dumps(selector)})])")

    def click(self, selector, place=0):
        """Click the middle of an element in sight, as a hand does: the page is not scrolled for it."""
        at = self.js(
            f"(()=>{{const r=[...document.querySelectorAll({json.dumps(selector)})][{place}].getClientRects()[0];"
            "return [r.left+r.width/2,r.top+r.height/2]})()"
        )
        mouse = {"x": at[0], "y": at[1], "button": "left", "clickCount": 1}
        self.cdp("Input.dispatchMouseEvent", type="mousePressed", **mouse)
        self.cdp("Input.dispatchMouseEvent", type="mouseReleased", **mouse)
        sleep(SETTLED)  # what a click sets off runs after it, by the browser's own clock

    def into_view(self, selector, place=0, block="center"):
        self.js(f"document.querySelectorAll({json.dumps(selector)})[{place}].scrollIntoView({{block:'{block}'}})")

    def press(self, *keys):
        from selenium.webdriver.common.action_chains import ActionChains

        ActionChains(self.driver).send_keys(*keys).perform()

    def console(self):
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self):
        """The addresses that were asked for since the page was opened."""
        entries = (json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance"))
        return [e["params"]["request"]["url"] for e in entries if e["method"] == "Network.requestWillBeSent"]
