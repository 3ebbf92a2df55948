"""The zygote at work: it forks a child per program, reaps it and says how it ended.

Promises never to read a request: the child takes it from the socket itself, so that nothing of one is left for
the next; and to report each child only after reaping it. While one child runs its program the next is there already: it
waits for its request, holding nothing, forked from the same heap as every other.
"""

from __future__ import annotations

from os import _exit, eventfd_read, fork, waitpid, waitstatus_to_exitcode
from resource import RUSAGE_CHILDREN, getrusage

from .protocol import REPLY
from .runner import NO_MORE, Own, run
from .signs import FORK, failure

_MOST_LOST = 3  # children that end in a row before they took a request: then something is wrong with this zygote


def serve(own: Own) -> None:
    """Until the supervisor wants no more. Keeps nothing that grows: all children start from the same heap, down to the
    addresses, by which sets of objects are ordered."""
    _fork_in_vain()
    send, counters, children, lost, leaving = own.control.send, own.counters, [0] * len(own.counters), 0, False
    spent = sum(getrusage(RUSAGE_CHILDREN)[:2])  # CPU seconds of all children that have ended, user and system
    while lost < _MOST_LOST:
        for place in range(0 if leaving else len(counters)):
            if children[place]:
                continue
            try:
                pid = fork()
            except OSError as error:
                if any(children):
                    continue  # one is there, and the machine may have room for another later
                send(REPLY.pack(0, 0.0, failure(FORK, error)))
                return
            if pid == 0:
                run(own, counters[place])
            children[place] = pid
        if not any(children):
            return
        pid, status = waitpid(-1, 0)  # not wait4, which imports a module each time
        before, spent = spent, sum(getrusage(RUSAGE_CHILDREN)[:2])
        place = children.index(pid)
        children[place] = 0
        try:
            came = eventfd_read(counters[place])
        except BlockingIOError:
            came = 0  # it took no request
        if came:
            send(REPLY.pack(waitstatus_to_exitcode(status), spent - before, came))
            lost = 0
        elif waitstatus_to_exitcode(status) == NO_MORE:
            leaving = True
        else:
            lost += 1


def _fork_in_vain() -> None:
    """What the interpreter does at its first fork alone is then the same for all children."""
    try:
        pid = fork()
    except OSError:
        return  # the next says why
    if pid == 0:
        _exit(0)
    waitpid(pid, 0)
