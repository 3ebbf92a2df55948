import re


def simplify_path(path: str) -> str:
    """Resolve ., .. and repeated slashes of a Unix path without looking at the disk; relative paths stay relative.

    Use when: paths are compared, joined or kept below a folder.
    Complexity: O(len(path)).
    Source: POSIX pathname resolution, links left aside; .. at the root stays there.
    """
    absolute = path.startswith("/")
    kept: list[str] = []
    for part in path.split("/"):
        if part == ".." and kept and kept[-1] != "..":
            kept.pop()
        elif part == ".." and not absolute or part not in ("", ".", ".."):
            kept.append(part)
    return ("/" if absolute else "") + "/".join(kept) or "."


EXAMPLES = [(("/a/./b/../../c/",), "/c"), (("/../x",), "/x"), (("a//b",), "a/b"), (("",), "."), (("a/../..",), "..")]


def inputs(random):
    for _ in range(300):
        yield (random.choice(["", "/"]) + "/".join(random.choices(["a", "b", ".", "..", ""], k=random.randint(0, 6))),)


def oracle(path):
    text = path + "/"
    before = None
    while text != before:
        before = text
        text = re.sub(r"(^|/)\./", r"\1", re.sub(r"//+", "/", text))
        text = re.sub(r"^/\.\./", "/", text)
        text = re.sub(r"(^|/)(?!\.\.?/)[^/]+/\.\./", r"\1", text)
    text = re.sub(r"(?<=.)/$", "", text)
    return text if text and (text != "/" or path.startswith("/")) else "."
