from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from spec_words import BODY, make_workspace, only_these_words

from checkable.spec import models
from checkable.spec.loader import load_items
from checkable.spec.model import Spec


@pytest.fixture
def words() -> Iterator[None]:
    with only_these_words():
        yield


@pytest.fixture(scope="session")
def session_workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One for all tests, since a process can import a substrate of one name only once."""
    return make_workspace(tmp_path_factory.mktemp("workspace"))


@pytest.fixture
def root(session_workspace: Path, words: None, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The workspace with the tests' words and three models."""
    monkeypatch.setattr(models, "_models", lambda root: ("embedded", "qwen3-4b", "qwen3.5-4b"))
    return session_workspace


@pytest.fixture
def load(root: Path, tmp_path: Path) -> Callable[..., list[Spec]]:
    """Load spec text as ``specs/<test>/gate.yaml``, behind ``files`` of its folder; ``BODY`` comes first."""
    folder = root / "specs" / tmp_path.name

    def load(
        text: str = "", *, tier: str = "full", model: str | None = None, body: str = BODY, **files: str,
    ) -> list[Spec]:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (folder / f"{name}.yaml").write_text(content)
        path = folder / "gate.yaml"
        path.write_text(body + text)
        return load_items(path, root=root, tier=tier, model=model)  # type: ignore[arg-type]

    return load
