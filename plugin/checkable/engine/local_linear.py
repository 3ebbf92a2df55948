"""Matrix products on a CPU with weights laid out once for oneDNN: two to four times the ordinary layers at few rows.

Only for float32 and inference; the arithmetic stays float32. Must not know which model it is.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

ROWS = 16  # the batch the layout is chosen for; any other works too


class _PackedLinear(nn.Module):
    """A linear layer whose weights are in oneDNN's own layout."""

    def __init__(self, linear: nn.Linear) -> None:
        super().__init__()
        self._weight = torch.ops.mkldnn._reorder_linear_weight(linear.weight.detach(), ROWS)
        self._bias = None if linear.bias is None else linear.bias.detach().clone()

    def forward(self, inputs: Tensor) -> Tensor:
        return torch.ops.mkldnn._linear_pointwise(inputs, self._weight, self._bias, "none", [], "")


def pack(model: nn.Module) -> None:
    """Replace every float32 linear layer of ``model``, in place. Does nothing where torch has no oneDNN."""
    if not torch.backends.mkldnn.is_available():
        return
    for name, child in list(model.named_children()):
        if type(child) is nn.Linear and child.weight.dtype == torch.float32:
            setattr(model, name, _PackedLinear(child))
        else:
            pack(child)
