"""What one process keeps between experiments: its sandbox, pool, recordings and connection to the engines."""

from __future__ import annotations

import platform
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

from checkable import __version__
from checkable.experiment.model import Backbone, PooledModel, RecordedModel
from checkable.experiment.revision import code_version
from checkable.experiment.services import Model, Services, TellProgress
from checkable.spec.model import Spec
from checkable.vocabulary import models_named


class Workshop:
    """Makes Services for experiments. ``broker()`` returns the address where engines are asked for.

    Executions are kept beside the pool, in ``executions.sqlite``. ``minimum_level`` is the sandbox's.
    """

    def __init__(self, *, root: Path, data: Path | None, pool: Path, broker: Callable[[], str],
                 minimum_level: int, sandbox_workers: int = 1) -> None:
        self.root, self.data, self._pool_path = root, data, pool
        self._broker_address, self._minimum_level, self._sandbox_workers = broker, minimum_level, sandbox_workers
        self._sandbox: Any = None
        self._recordings: dict[Path, Any] = {}
        self._models: dict[str, Model] = {}
        self._trainer: Any = None

    def services(self, progress: TellProgress) -> Services:
        return Services(root=self.root, data=self.data, sandbox=self.sandbox, open_model=self.open_model,
                        open_named=self.open_named, open_recording=self.open_recording, provenance=self._provenance,
                        progress=progress, trainer=self.trainer, retrieval=self._pool_path.with_name("retrieval"),
                        required_controls=self.required_controls)

    @property
    def sandbox(self):
        if self._sandbox is None:
            from checkable.execute import ExecutionStore, Sandbox

            self._executions = ExecutionStore(self._pool_path.with_name("executions.sqlite"))
            self._sandbox = Sandbox(workers=self._sandbox_workers, minimum_level=self._minimum_level,
                                    store=self._executions)
        return self._sandbox

    @property
    def trainer(self):
        """Trainings are kept beside the pool, in ``trained/``."""
        if self._trainer is None:
            from checkable.learn.trainer import Trainer

            self._trainer = Trainer(self._pool_path.with_name("trained"), self.root)
        return self._trainer

    @cached_property
    def pool(self):
        from checkable.pool.store import Pool

        self._pool_path.parent.mkdir(parents=True, exist_ok=True)
        return Pool(self._pool_path)

    @cached_property
    def _provenance(self) -> dict[str, Any]:
        return {"checkable": __version__, "code_version": code_version(self.root),
                "python": platform.python_version(), "machine": platform.machine()}

    def required_controls(self, claim: str) -> tuple[str, ...]:
        """What a claim of the ledger takes; nothing where there is no such claim. Raises SpecErrors."""
        return self._required.get(claim, ())

    @cached_property
    def _required(self) -> dict[str, tuple[str, ...]]:
        from checkable.ledger.documents import read_documents

        return {claim.id: claim.controls for claim in read_documents(self.root).claims}

    def open_model(self, spec: Spec) -> Model | None:
        """The model a spec runs on; opened once, its engine started by the first completion it lacks."""
        if spec.pool is not None:
            return self._opened(f"pool {spec.pool}", lambda: self._recorded(spec.pool))
        if spec.model is None:
            return None
        if _only_learned(spec):
            return self._opened(f"backbone {spec.model}", lambda: self._backbone(spec.model))
        return self._opened(f"model {spec.model}", lambda: self._pooled(spec.model))

    def open_named(self, spec: Spec, name: str) -> Model:
        """A model that an arm names for itself: its recorded pool where the spec has one, else its engine."""
        if name in spec.pools:
            return self._opened(f"pool {spec.pools[name]}", lambda: self._recorded(spec.pools[name]))
        return self._opened(f"model {name}", lambda: self._pooled(name))

    def _opened(self, key: str, make: Callable[[], Model]) -> Model:
        if key not in self._models:
            self._models[key] = make()
        return self._models[key]

    def _recorded(self, path: Path) -> Model:
        from checkable.pool.recorded import RecordedPool

        return RecordedModel(RecordedPool(path), source=str(path.relative_to(self.root)))

    def _backbone(self, name: str) -> Model:
        from checkable.engine.identity import backbone_identity
        from checkable.engine.models import resolve

        return Backbone(identity=backbone_identity(resolve(name, self.root)), name=name)

    def _pooled(self, name: str) -> Model:
        from checkable.engine.access import ModelAccess

        access = ModelAccess(name, root=self.root, broker=self._broker_address)
        return PooledModel(identity=access.identity, concurrency=access.concurrency, facts=access.facts,
                           pool=self.pool, ask=access.complete, waiting=lambda: access.waiting)

    def open_recording(self, mapping: Path) -> Any:
        if mapping not in self._recordings:
            from checkable.pool.recording import load_recording

            self._recordings[mapping] = load_recording(mapping, data=self.data, pool=self.pool)
        return self._recordings[mapping]

    def close(self) -> None:
        if self._trainer is not None:
            self._trainer.close()
        if self._sandbox is not None:
            self._sandbox.close()
            self._executions.close()


def _only_learned(spec: Spec) -> bool:
    """Whether the spec's model is trained or read by learned words, and asked for no completion."""
    uses = [use for arm in spec.arms for use in arm.generators]
    return not any(arm.evidence for arm in spec.arms) and any(use.word.learned for use in uses) and \
        all(use.word.learned or not use.word.asks_model or None not in (models_named(use.options) or (None,))
            for use in uses)
