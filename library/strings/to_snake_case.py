import re


def to_snake_case(name: str) -> str:
    """Turn a camelCase, PascalCase, kebab-case or spaced name into snake_case; runs of capitals stay one word.

    Use when: identifiers of other languages, headers or keys are made into Python names.
    Complexity: O(len(name)).
    Source: word boundaries before a capital that follows a small letter or starts a word after an acronym.
    """
    words = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+|[^\W_a-zA-Z0-9]+", name)
    return "_".join(word.lower() for word in words)


EXAMPLES = [
    (("camelCase",), "camel_case"),
    (("HTTPServerError",), "http_server_error"),
    (("kebab-case name",), "kebab_case_name"),
    (("",), ""),
    (("already_snake",), "already_snake"),
    (("version2Beta",), "version_2_beta"),
]


def inputs(random):
    for _ in range(200):
        yield ("".join(random.choices("abXYZ1_- ", k=random.randint(0, 12))),)


def property_has_small_letters_and_single_underscores(result, name):
    return result == result.lower() and "__" not in result and result.strip("_") == result


def property_keeps_letters_and_is_stable(result, name):
    kept = "".join(c for c in name.lower() if c.isalnum())
    return result.replace("_", "") == kept and _again(result) == result


def _again(name):
    return to_snake_case(name)
