"""Children that go so far and no further: `python stages.py bare` or `stages.py zygote INSIDE`, driven by ``parts.py``.

Reads the program's text, its input, the right answer and the modules as one line of Python, then names of stages with
numbers of times; says the CPU milliseconds of parent and child and the page faults of each. Imports no more than what
it measures needs, since a fork copies it all.
"""

import gc
import os
import resource
import sys


def bare(source, question, answer, _modules):
    exec(compile(source, "program", "exec"), {})  # what compiling builds once is there in each child
    gc.freeze()

    def everything():
        scope = {}
        exec(compile(source, "program", "exec"), scope)
        assert scope["f"](question) == answer

    return {"fork": lambda: child(int), "compile": lambda: child(lambda: compile(source, "program", "exec")),
            "all": lambda: child(everything)}


def zygote(source, question, answer, modules):
    """An interpreter prepared as a zygote's is, with a zygote's children, but for the jail."""
    sys.path.insert(0, os.path.dirname(sys.argv[2]))
    import _socket

    from inside import memory, scope

    scope.load(modules, ())
    import marshal
    import struct

    gc.collect()
    memory.settle()
    from inside import calling, rehearsal, runner

    rehearsal.run()
    names = scope.make("ordinary", (), modules, {})
    gc.collect()
    gc.freeze()
    gc.disable()
    memory.settle()
    call = marshal.dumps(("f", (question,), {}))
    content = marshal.dumps((source, 100_000, (1.0, 1 << 29, 1 << 20), "value", (call,)))
    ours, theirs = _socket.socketpair(_socket.AF_UNIX, _socket.SOCK_SEQPACKET)
    counter = os.eventfd(0)

    def request():
        result = os.memfd_create("result")
        ours.sendmsg([content], [(_socket.SOL_SOCKET, _socket.SCM_RIGHTS, struct.pack("i", result))])
        os.close(result)

    def stage(load):
        def run():
            runner.load = load
            request()
            child(lambda: runner.perform(theirs, counter, names, 1 << 40, resource.setrlimit, lambda *_: None))

        return run

    def compiling(source, names):
        compile(source, "program", "exec")
        os._exit(0)

    return {"fork": lambda: child(int), "take request, bind": stage(lambda source, names: os._exit(0)),
            "compile": stage(compiling), "all": stage(calling.load)}


def child(work):
    pid = os.fork()
    if pid == 0:
        work()
        os._exit(0)
    assert os.waitpid(pid, 0)[1] == 0


def spent():
    own, below = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return (1000 * (own.ru_utime + own.ru_stime + below.ru_utime + below.ru_stime), own.ru_minflt, below.ru_minflt)


if __name__ == "__main__":
    stages = {"bare": bare, "zygote": zygote}[sys.argv[1]](*eval(sys.stdin.readline()))
    print(list(stages), flush=True)
    for line in sys.stdin:
        name, times = eval(line)
        before = spent()
        for _ in range(times):
            stages[name]()
        print([(after - b) / times for after, b in zip(spent(), before)], flush=True)  # noqa: B905
