def run_brainfuck(program: str, text: str, steps: int) -> str:
    """Run a Brainfuck program on input text for at most a number of steps and return what it wrote.

    Cells are bytes on a tape without end; reading past the input gives 0. Other characters are comments.
    Use when: a minimal interpreter with a bound on its work is wanted.
    Complexity: O(steps).
    Source: Müller 1993; brackets are matched beforehand.
    """
    jump, stack = {}, []
    for at, command in enumerate(program):
        if command == "[":
            stack.append(at)
        elif command == "]":
            if not stack:
                raise ValueError(f"the bracket at {at} closes nothing")
            jump[at] = stack.pop()
            jump[jump[at]] = at
    if stack:
        raise ValueError(f"the bracket at {stack[-1]} is not closed")
    cells: dict[int, int] = {}
    at = place = read = 0
    written = ""
    while at < len(program):
        if steps == 0:
            raise ValueError("the program did not end in time")
        steps -= 1
        command, value = program[at], cells.get(place, 0)
        if command in "+-":
            cells[place] = (value + (1 if command == "+" else -1)) % 256
        elif command in "<>":
            place += 1 if command == ">" else -1
        elif command == ".":
            written += chr(value)
        elif command == ",":
            cells[place] = ord(text[read]) % 256 if read < len(text) else 0
            read += 1
        elif (command == "[" and not value) or (command == "]" and value):
            at = jump[at]
        at += 1
    return written


EXAMPLES = [
    ((",[.,]", "echo", 1000), "echo"),
    (("++++++++[>++++++++<-]>+.", "", 1000), "A"),
    (("", "x", 0), ""),
    (("-.", "", 10), "ÿ"),
]
REFUSED = [("[", "", 9), ("]", "", 9), ("+[]", "", 50)]


def inputs(random):
    for _ in range(100):
        a, b = random.randint(0, 12), random.randint(0, 12)
        yield "+" * a + ">" + "+" * b + "<[->[->+>+<<]>>[-<<+>>]<<<]>>.", "", 20000


def oracle(program, text, steps):
    a, b = (len(part) for part in program.split("<[-")[0].split(">"))
    return chr(a * b)
