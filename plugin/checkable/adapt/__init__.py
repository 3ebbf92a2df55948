"""Programs made from verified algorithms without a model: copied, renamed, and called through adapters.

An adapter is an expression around one algorithm, or two: which argument goes where, what it is cast to, which
constants fill what no argument does, what becomes of the result. Adapters are enumerated from the types of the
visible calls and from the algorithm's annotations, cheapest first, and bounded; all of them are executed on the
visible calls; those whose values are the visible ones become programs. Rungs say what an adapter takes: 0 a copy
under another name, 1 another order of the arguments or fewer of them, 2 casts and wraps, 3 constants, 4 two
algorithms. Must not know where algorithms come from, models, or hidden tests.
"""

from checkable.adapt.ladder import Adapted, Bounds, adapt
from checkable.adapt.visible import VisibleCall, visible_calls

__all__ = ["Adapted", "Bounds", "VisibleCall", "adapt", "visible_calls"]
