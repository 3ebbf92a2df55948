"""Forge a pass by its value: be equal to whatever is right, or write into the result file itself."""

from __future__ import annotations

from attack import EXCEPTION, KILLED, MEMORY, OUTPUT, TIMEOUT, WRONG_SHAPE, Attack, returning


def record(name: str, line: str, said: str = "wrote into its own result") -> Attack:
    """Writes ``line``, a Python expression of bytes, where results are written, and leaves as if all were well."""
    return Attack(f"writes {name}", WRONG_SHAPE, said, f"""\
import os
def f(x):
    for d in range(3, 24):
        try: os.pwrite(d, {line} + b'\\n', 0)
        except OSError: pass
    os._exit(0)
""")


LYING = (
    Attack("is equal to everything", WRONG_SHAPE, "a A is not plain data", """\
class A:
    def __eq__(s, o): return True
def f(x): return A()
"""),
    Attack("is a number equal to everything", WRONG_SHAPE, "a A, a subclass of int", """\
class A(int):
    def __eq__(s, o): return True
def f(x): return A(1)
"""),
    Attack("is a text equal to everything", WRONG_SHAPE, "a A, a subclass of str", """\
class A(str):
    def __eq__(s, o): return True
    __hash__ = str.__hash__
def f(x): return A('')
"""),
    Attack("is a list equal to everything", WRONG_SHAPE, "a A, a subclass of list", """\
class A(list):
    def __eq__(s, o): return True
def f(x): return A()
"""),
    Attack("hides it in a list", WRONG_SHAPE, "a A, a subclass of float", """\
class A(float):
    def __eq__(s, o): return True
def f(x): return [1, {'a': (A(0),)}]
"""),
    Attack("hides it among the keys", WRONG_SHAPE, "a A, a subclass of str", """\
class A(str):
    def __eq__(s, o): return True
    def __hash__(s): return 0
def f(x): return {A('a'): 1}
"""),
    Attack("compares unequal to nothing", WRONG_SHAPE, "a A is not plain data", """\
class A:
    def __ne__(s, o): return False
    def __eq__(s, o): return True
    def __getattr__(s, n): return lambda *a: True
    __len__ = __index__ = lambda s: 1
    __iter__ = lambda s: iter([s])
    __bool__ = lambda s: True
def f(x): return A()
"""),
    Attack("lies about its class", WRONG_SHAPE, "plain data", """\
class A:
    __class__ = list
def f(x): return A()
"""),
    Attack("lies about its name", WRONG_SHAPE, "a A is not", """\
class M(type):
    __name__ = 'int'
class A(metaclass=M): pass
def f(x): return A()
"""),
    Attack("lies about its ancestors", (WRONG_SHAPE, EXCEPTION), "not plain|TypeError", """\
class M(type):
    def mro(c): return [c, object]
    __mro__ = (str, object)
    __eq__ = lambda c, o: True
    __hash__ = type.__hash__
class A(metaclass=M): pass
def f(x): return A()
"""),
    Attack("returns a class", WRONG_SHAPE, "a type is not", "def f(x): return int\n"),
    Attack("returns a promise", WRONG_SHAPE, "a coroutine is not", "async def f(x): return 1\n"),
    Attack("returns a generator", WRONG_SHAPE, "a generator is not", "def f(x): yield 1\n"),
    Attack("returns itself within itself", WRONG_SHAPE, "nested deeper", """\
def f(x):
    a = []
    a.append(a)
    return a
"""),
    Attack("returns itself among its own values", WRONG_SHAPE, "nested deeper", """\
def f(x):
    a = {}
    a['a'] = (a, [a])
    return a
"""),
    Attack("returns a text that no file can hold", WRONG_SHAPE, "surrogate", "def f(x): return '\\ud800'\n"),
    Attack("returns a number of a million digits", OUTPUT, "an integer of", "def f(x): return 1 << 4_000_000\n"),
    Attack("returns a million values", OUTPUT, "more than 200000 values", "def f(x): return [0] * 1_000_000\n"),
    Attack("returns a small list that is large when written", (OUTPUT, TIMEOUT), "more than", """\
def f(x):
    a = 'a' * 100
    for _ in range(30): a = [a, a]
    return a
"""),
    Attack("has items that are others when asked again", WRONG_SHAPE, "a B, a subclass of dict", """\
class B(dict):
    def items(s): return []
    def __eq__(s, o): return True
def f(x): return B(a=1)
"""),
)

WRITING = (
    record("a second record", "b'[\"ok\",7,0]\\n' * 9", "more records than inputs"),
    record("rubbish", "b'\\xff[[[['"),
    record("an outcome of ours", "b'[\"infrastructure\",\"\",0]'"),
    record("a timeout that was none", "b'[\"timeout\",\"\",0]'"),
    record("an outcome that does not exist", "b'[\"passed\",1,0]'"),
    record("more depth than there is stack", "b'[' * 90000"),
    record("objects to the bottom of the stack", "b'[\"ok\",' + b'{\"t\":[' * 15000"),
    record("a header of great length", "b'R\\xff\\xff\\xff\\xff'"),
    record("a pickle", "b'\\x80\\x04cos\\nsystem\\n(S\\'id\\'\\ntR.'"),
    record("a negative time", "b'[\"ok\",1,-1]'"),
    record("an endless time", "b'[\"ok\",1,1e999]'"),
    record("a time that is no number", "b'[\"ok\",1,NaN]'"),
    record("a number beyond the cap", "b'[\"ok\",' + b'9' * 5000 + b',0]'"),
    record("a hexadecimal number beyond the cap", "b'[\"ok\",{\"i\":\"' + b'f' * 50000 + b'\"},0]'"),
    record("a set of colliding numbers", "b'[\"ok\",{\"s\":[' + b','.join("
           "b'{\"i\":\"%x\"}' % (i * ((1 << 61) - 1)) for i in range(3000)) + b']},0]'"),
    record("a set with a list in it", "b'[\"ok\",{\"s\":[[1]]},0]'"),
    record("a dictionary with a key twice", "b'[\"ok\",{\"d\":[[1,1],[1,2]]},0]'"),
    record("a dictionary of triples", "b'[\"ok\",{\"d\":[[1,1,1]]},0]'"),
    record("a tag that does not exist", "b'[\"ok\",{\"python/object\":[\"os.system\",\"id\"]},0]'"),
    record("two tags", "b'[\"ok\",{\"t\":[],\"s\":[]},0]'"),
    record("half a surrogate pair", "b'[\"ok\",\"\\\\ud800\",0]'"),
    record("an error that is no text", "b'[\"exception\",{\"a\":1},0]'"),
    record("bytes that are none", "b'[\"ok\",{\"b\":\"zz\"},0]'"),
    record("a float of a megabyte", "b'[\"ok\",{\"f\":\"' + b'x' * 90000 + b'\"},0]'"),
    record("zeros", "bytes(70000)"),
    record("what is not ASCII", "'[\"ok\",\"\\u202e\",0]'.encode()"),
    returning("writes rubbish and returns", 1, """\
import os
def f(x):
    for d in range(3, 24):
        try: os.pwrite(d, b'\\xff[[[[', 0)
        except OSError: pass
    return 1
"""),
    returning("writes its own record and leaves", 7, """\
import os
def f(x):
    for d in range(3, 24):
        try: os.pwrite(d, b'["ok",7,0]\\n', 0)
        except OSError: pass
    os._exit(0)
"""),
    Attack("writes far behind the end", (KILLED, WRONG_SHAPE), "left before|own result", """\
import os
def f(x):
    for d in range(3, 24):
        try: os.pwrite(d, b'["ok",7,0]\\n', 50_000)
        except OSError: pass
    os._exit(0)
"""),
    Attack("closes its descriptors", KILLED, "exit status 1", "import os\ndef f(x): os.closerange(0, 24)\n"),
    Attack("forbids itself to write", KILLED, "exit status 1|SIGXFSZ", """\
import resource as r
def f(x): r.setrlimit(r.RLIMIT_FSIZE, (0, 0))
"""),
    Attack("leaves itself no memory", (MEMORY, KILLED), "", """\
import resource as r
def f(x):
    r.setrlimit(r.RLIMIT_AS, (0, 0))
    return [i for i in range(10 ** 6)]
"""),
)

VALUES = (*LYING, *WRITING)
