"""The parts of Jenkins' junit-10.xsd that a pytest report can touch, as a check of our own.

The schema (jenkinsci/xunit-plugin, src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd)
is stricter than others: no properties in a test case, no attribute that it does not name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

CHILDREN = {
    "testsuites": {"testsuite"},
    "testsuite": {"testsuite", "properties", "testcase", "system-out", "system-err"},
    "testcase": {
        "skipped",
        "error",
        "failure",
        "rerunFailure",
        "rerunError",
        "flakyFailure",
        "flakyError",
        "system-out",
        "system-err",
    },
    "properties": {"property"},
}
ATTRIBUTES = {  # required, allowed
    "testsuites": (set(), {"name", "time", "tests", "failures", "errors"}),
    "testsuite": (
        {"name", "tests", "failures", "errors"},
        {"group", "time", "skipped", "timestamp", "hostname", "id", "package", "file", "log", "url"},
    ),
    "testcase": ({"name"}, {"time", "classname", "group"}),
    "property": ({"name", "value"}, set()),
    "failure": (set(), {"type", "message"}),
    "error": (set(), {"type", "message"}),
    "skipped": (set(), {"type", "message"}),
}
TIME = re.compile(r"(([0-9]{0,3},)*[0-9]{3}|[0-9]{0,3})*(\.[0-9]*)?")


def complaints(element: Element) -> list[str]:
    """What the schema forbids in ``element`` and below it."""
    return list(_complaints(element))


def _complaints(element: Element) -> Iterator[str]:
    required, allowed = ATTRIBUTES.get(element.tag, (set(), set()))
    found = set(element.attrib)
    yield from (f"{element.tag} lacks {name}" for name in sorted(required - found))
    yield from (f"{element.tag} has {name}" for name in sorted(found - required - allowed))
    if element.tag in ("testsuites", "testsuite") and not TIME.fullmatch(element.get("time", "")):
        yield f"{element.tag} has time {element.get('time')}"
    for child in element:
        if child.tag not in CHILDREN.get(element.tag, set()):
            yield f"{child.tag} in {element.tag}"
        yield from _complaints(child)
