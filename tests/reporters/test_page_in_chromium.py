"""The page in a real browser: what an editor does with it, and what hostile copy cannot.

Needs Debian's chromium and chromium-driver and selenium; the accessibility check also needs
axe-core, whose `axe.min.js` is named by the environment variable NUMCHECK_AXE.
"""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from handmade_report import claim, finding, place, reading, report
from test_html_report import PAYLOADS, hostile

from numcheck.model import Document, Link, Reading, Report, RuleInfo, Span, Story
from numcheck.reporters import render

selenium = pytest.importorskip("selenium", reason="selenium is not installed")
CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
AXE = Path(os.environ.get("NUMCHECK_AXE", "axe.min.js"))
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--window-size=1200,900",
)  # fmt: skip

pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("chromium"),
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="chromium and chromedriver are needed"),
]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    service = webdriver.ChromeService(executable_path=DRIVER)
    driver = webdriver.Chrome(options=options, service=service)
    yield driver
    driver.quit()


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Callable[[Report], Any]:
    """Opens a report as a file, in light, with script, on a desk."""

    def opened(report: Report) -> Any:
        page = tmp_path / "report.html"
        page.write_text(render(report, "html"), encoding="utf-8")
        for kind in ("browser", "performance"):
            browser.get_log(kind)
        browser.get(page.as_uri())
        return browser

    emulate(browser)
    return opened


def emulate(browser: Any, scheme: str = "light", columns: int = 1200, script: bool = True) -> None:
    feature = {"name": "prefers-color-scheme", "value": scheme}
    metrics = {"width": columns, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not script})


def press(browser: Any, *keys: str) -> None:
    from selenium.webdriver.common.action_chains import ActionChains

    ActionChains(browser).send_keys(*keys).perform()


def shown(browser: Any, query: str) -> list[str]:
    """The ids of the elements that match and are not hidden, in the order of the page."""
    script = (
        "return [...document.querySelectorAll(arguments[0])].filter(e => !e.hidden).map(e => e.id)"
    )
    return list(browser.execute_script(script, query))


def requests(browser: Any) -> list[str]:
    """What the browser asked of anybody but the file itself."""
    messages = (json.loads(entry["message"])["message"] for entry in browser.get_log("performance"))
    sent = (m for m in messages if m["method"] == "Network.requestWillBeSent")
    urls = [m["params"]["request"]["url"] for m in sent]
    return [url for url in urls if not url.startswith(("file:", "data:"))]


def focused(browser: Any) -> str:
    return str(browser.execute_script("return document.activeElement.id"))


def test_it_opens_without_a_word_on_the_console_and_asks_nobody(show):
    browser = show(report())

    assert [] == browser.get_log("browser")
    assert [] == requests(browser)


def test_findings_are_filtered_by_severity_and_rule(show):
    browser = show(report())
    browser.find_element("css selector", "[name=severity][value=error]").click()
    without_errors = shown(browser, ".finding")
    browser.find_element("css selector", "[name=severity][value=error]").click()
    browser.find_element("css selector", "#rule option[value=part-exceeds-whole]").click()

    assert ["f2"] == without_errors
    assert ["f1"] == shown(browser, ".finding")
    assert "Showing 1 of 2 findings" == browser.find_element("id", "shown").text


def test_search_narrows_findings_and_copy(show):
    browser = show(report())
    press(browser, "/", "the ministry")

    assert "search" == focused(browser)
    assert ["f2"] == shown(browser, ".finding")
    assert ["d2"] == shown(browser, "details.copy")
    assert "1 of 2 findings, 1 of 2 documents" in browser.find_element("id", "shown").text

    press(browser, "\ue00c")
    assert ["f1", "f2"] == shown(browser, ".finding")


def test_the_worst_comes_first_until_another_order_is_asked_for(show):
    one, two = report().findings
    browser = show(replace(report(), findings=(two, replace(one, rule="the-last-rule"))))
    worst_first = [e.get_attribute("data-severity") for e in findings_of(browser)]
    browser.find_element("css selector", "#sort option[value=rule]").click()

    assert ["error", "warning"] == worst_first
    assert ["f2", "f1"] == shown(browser, ".finding")


def findings_of(browser: Any) -> list[Any]:
    return list(browser.find_elements("css selector", ".finding"))


def test_the_keys_lead_from_finding_to_finding_and_into_the_copy(show):
    browser = show(report())
    steps = []
    for key in ("j", "j", "j", "k"):
        press(browser, key)
        steps.append(focused(browser))
    press(browser, "\ue007")

    assert ["f1", "f2", "f2", "f1"] == steps
    assert "#d1f2t" == browser.execute_script("return location.hash")


def test_the_list_of_keys_opens_and_single_keys_can_be_switched_off(show):
    browser = show(report())
    press(browser, "?")
    dialog = browser.find_element("id", "keys")
    opened = dialog.is_displayed()
    browser.find_element("id", "keys-on").click()
    press(browser, "\ue00c")
    press(browser, "j")

    assert opened
    assert not dialog.is_displayed()
    assert "f1" != focused(browser)


def test_a_figure_tells_what_was_read_on_focus_and_hides_it_on_escape(show):
    browser = show(report())
    browser.execute_script("document.getElementById('d1f2t').focus()")
    card = browser.find_element("id", "card")
    told = card.text
    press(browser, "\ue00c")

    assert "500 or more people" in told
    assert "the capital" in told
    assert "Police" in told
    assert not card.is_displayed()


def test_a_folded_figure_is_unfolded_when_it_is_sought(show):
    browser = show(report())
    browser.execute_script("document.querySelectorAll('details').forEach(d => d.open = false)")
    browser.execute_script("location.hash = '#d2f1t'")
    time.sleep(0.2)

    assert browser.find_element("id", "d2f1t").is_displayed()


def test_the_page_is_whole_without_script(show, browser):
    emulate(browser, script=False)
    page = show(report())

    assert "1 place where" in page.find_element("tag name", "h1").text
    assert page.find_element("id", "f2").is_displayed()
    assert page.find_element("id", "d1f1").is_displayed()
    assert not page.find_element("id", "find").is_displayed()
    assert not page.find_element("id", "tools").is_displayed()


@pytest.mark.parametrize("columns", [320, 390, 768, 1200])
def test_nothing_runs_out_of_the_window(show, browser, columns: int):
    emulate(browser, columns=columns)
    page = show(hostile("averyveryverylongwordwithoutanyspaceinit" * 4))
    over = page.execute_script("return document.documentElement.scrollWidth - innerWidth")

    assert over <= 0


needs_axe = pytest.mark.skipif(not AXE.exists(), reason="NUMCHECK_AXE must name axe.min.js")


@needs_axe
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("columns", [390, 1200])
@pytest.mark.parametrize("make", [report, lambda: Report((), ()), lambda: foreign()])
def test_axe_finds_nothing(show, browser, scheme: str, columns: int, make: Callable[[], Report]):
    emulate(browser, scheme, columns)

    assert [] == violations(show(make()))


@needs_axe
@pytest.mark.parametrize("columns", [390, 1200])
def test_axe_finds_nothing_on_the_sample_report(browser, columns: int):
    emulate(browser, columns=columns)
    browser.get((Path(__file__).parents[2] / "reports/sample/report.html").as_uri())

    assert [] == violations(browser)


def violations(page: Any) -> list[tuple[str, list[str]]]:
    """What axe finds wrong with the page, all of it unfolded and laid out."""
    page.execute_script("document.querySelectorAll('details').forEach(d => d.open = true)")
    # What is laid out only when scrolled to would move under axe's hands.
    page.execute_script(
        "document.querySelectorAll('.folded > *').forEach(e => e.style.contentVisibility = 'visible')"
    )
    page.execute_script(AXE.read_text(encoding="utf-8"))
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    result = page.execute_async_script(
        "axe.run({runOnly: arguments[0]}).then(arguments[arguments.length - 1])", tags
    )
    return [(v["id"], [n["html"][:200] for n in v["nodes"][:3]]) for v in result["violations"]]


def foreign() -> Report:
    """Copy that reads from right to left, and copy without spaces."""
    arabic = Document("قالت الشرطة إن 84 شخصا اعتقلوا. في العاصمة 500.", "ar.txt", language="ar")
    chinese = Document("警方说七百七十四人被捕。首都有500人。", "zh.txt", language="zh")
    one, two = claim(arabic, "84", 84, noun="شخصا"), claim(arabic, "500", 500)
    three = claim(chinese, "七百七十四", 774, noun="人")
    found = finding(
        RuleInfo("same-figure-differs", "stories", "", "", "error", "high"),
        one, "هنا", place(three, "那里"), message="84 and 七百七十四",
    )  # fmt: skip
    return Report((reading(arabic, one, two), reading(chinese, three)), (found,))


def test_copy_is_set_in_the_direction_of_its_script(show):
    browser = show(foreign())
    paragraphs = browser.find_elements("css selector", ".text p")

    assert ["rtl", "ltr"] == [p.value_of_css_property("direction") for p in paragraphs]


def test_hostile_copy_stays_copy(show):
    """Every payload at once; a dialog would raise, a request or a script would be counted."""
    reports = [hostile(payload) for payload in PAYLOADS]
    readings = tuple(
        replace(r, document=replace(r.document, id=f"{n}{r.document.id}"))
        for n, one in enumerate(reports)
        for r in one.readings
    )
    every = replace(
        reports[0],
        readings=readings,
        findings=tuple(
            replace(f, document=f"{n}{f.document}")
            for n, one in enumerate(reports)
            for f in one.findings
        ),
        rules=tuple(rule for one in reports for rule in one.rules),
    )
    browser = show(every)
    browser.execute_script("document.querySelectorAll('details').forEach(d => d.open = true)")
    for mark in browser.find_elements("css selector", "a.fig")[:4]:
        browser.execute_script("arguments[0].focus()", mark)

    assert len(PAYLOADS) == len(shown(browser, ".finding"))
    assert 1 == browser.execute_script("return document.scripts.length")
    assert 0 == browser.execute_script("return document.querySelectorAll('iframe,img,base').length")
    assert [] == browser.get_log("browser")
    assert [] == requests(browser)


def test_five_hundred_documents_open_in_under_two_seconds(show, browser):
    """Counted in seconds of the processor, because the machine may be busy with something else."""
    browser.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})
    page = show(archive(500, 20))
    metrics = page.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
    seconds = {metric["name"]: metric["value"] for metric in metrics}

    assert 500 == len(page.find_elements("css selector", "details.copy"))
    assert seconds["TaskDuration"] < 2


def archive(documents: int, figures: int) -> Report:
    """A report of many documents, each with a finding and many figures."""
    readings, findings, links, text = [], [], [], ""
    for number in range(documents):
        text = " ".join(
            f"In town {n} the police held {100 + n} people on Sunday." for n in range(figures)
        )
        document = Document(text, f"story-{number}.txt")
        size = len(text) // figures
        claims = []
        for n in range(figures):
            start = text.index(f"held {100 + n}") + 5
            made = claim(document, "held", 100 + n, noun="people", head="person", event="hold")
            claims.append(replace(made, start=start, end=start + 3, text=text[start : start + 3]))
        readings.append(Reading(document, (Span(0, size), Span(size, len(text))), tuple(claims)))
        links.append(Link("same-figure", {"one": claims[2], "other": claims[3]}))
        findings.append(
            finding(
                RuleInfo("part-exceeds-whole", "arithmetic", "", "", "error", "high"),
                claims[0], "part", place(claims[1], "whole"), message="cannot be",
            )
        )  # fmt: skip
    story = Story("s", tuple(readings[:20]), "one event")
    return Report(tuple(readings), tuple(findings), stories=(story,), links=tuple(links))
