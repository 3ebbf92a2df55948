"""The zygote at work: it forks a child per program, reaps it and says how it ended.

Promises never to read a request: the child takes it from the socket itself, so that nothing of one is left for
the next; and to report each child only after reaping it. While one child runs its program the next is there already: it
waits for its request, holding nothing, forked from the same heap as every other.
"""

from __future__ import annotations

from os import eventfd_read, fork, waitpid, waitstatus_to_exitcode
from resource import RUSAGE_CHILDREN, getrusage

from .protocol import REPLY
from .runner import NO_MORE, Own, run
from .signs import FORK, failure

_MOST_LOST = 3  # children that end in a row before they took a request: then something is wrong with this zygote


def serve(own: Own) -> None:
    """Until the supervisor wants no more."""
    send, children, free, leaving, lost = own.control.send, {}, list(own.counters), False, 0
    spent = sum(getrusage(RUSAGE_CHILDREN)[:2])  # CPU seconds of all children that have ended, user and system
    while lost < _MOST_LOST:
        while free and not leaving:
            try:
                pid = fork()
            except OSError as error:
                if children:
                    break  # one is there, and the machine may have room for another later
                send(REPLY.pack(0, 0.0, failure(FORK, error)))
                return
            if pid == 0:
                run(own, free[-1])
            children[pid] = free.pop()
        if not children:
            return
        pid, status = waitpid(-1, 0)  # not wait4, which imports a module each time
        before, spent = spent, sum(getrusage(RUSAGE_CHILDREN)[:2])
        counter = children.pop(pid)
        free.append(counter)
        try:
            came = eventfd_read(counter)
        except BlockingIOError:
            came = 0  # it took no request
        if came:
            send(REPLY.pack(waitstatus_to_exitcode(status), spent - before, came))
            lost = 0
        elif waitstatus_to_exitcode(status) == NO_MORE:
            leaving = True
        else:
            lost += 1
