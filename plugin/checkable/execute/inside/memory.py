"""Free memory put in order, so that children find what they need side by side and copy fewer pages.

A process that has lived for a while has free blocks all over its pages, and its allocators hand those out first: a
child would copy a page for each. Promises nothing but speed. It knows that CPython's allocator serves blocks of up to
512 bytes from pools of one size each, and that the C library's takes what is free before it takes new memory; where
that is not so, nothing is lost.
"""

from __future__ import annotations

from . import kernel

_HEADER = 33  # bytes that an object of ``bytes`` takes beyond its content
_POOL_BYTES, _POOL_HEADER = 1 << 14, 48  # Objects/obmalloc.c, on 64 bits
_SMALL = range(48, 513, 16)  # sizes of blocks in pools
_LARGE = (65_536, 32_768, 16_384, 8_192, 4_096, 2_048, *range(1_032, 0, -16))  # the last of each size there is apart
_MOST = 2_048  # of one size: an allocator that is not as described here is left alone

_pools: set[int] = set()  # those that were new: what becomes free in them is as good as new
_held: list[bytes] = []  # what fills the gaps in others, for good


def settle() -> None:
    """Fill what is free between other blocks: what is allocated next is new, and lies together."""
    kernel.release()
    end = kernel.allocate(_LARGE[0])
    for size in _LARGE:
        for _ in range(_MOST):
            if kernel.allocate(size) > end:
                break
    for size in _SMALL:
        for _ in range(_MOST):
            block = bytes(size - _HEADER)
            pool, within = divmod(id(block), _POOL_BYTES)
            if pool in _pools:
                break
            _held.append(block)
            if within == _POOL_HEADER:  # a new one, or one that is nearly empty; held too, or it would be taken back
                _pools.add(pool)
                break
