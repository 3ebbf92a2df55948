def count_distinct_substrings(text: str) -> int:
    """Count the different non-empty substrings of text.

    Use when: the variety or complexity of a string is measured.
    Complexity: O(n) amortised steps and memory.
    Source: the suffix automaton, Blumer et al. 1985; each state stands for len - len(link) substrings.
    """
    length, link = [0], [-1]
    moves: list[dict[str, int]] = [{}]
    last = 0
    for character in text:
        current = len(length)
        length.append(length[last] + 1)
        link.append(0)
        moves.append({})
        state = last
        while state >= 0 and character not in moves[state]:
            moves[state][character] = current
            state = link[state]
        if state >= 0:
            target = moves[state][character]
            if length[state] + 1 != length[target]:
                clone = len(length)
                length.append(length[state] + 1)
                link.append(link[target])
                moves.append(dict(moves[target]))
                while state >= 0 and moves[state].get(character) == target:
                    moves[state][character] = clone
                    state = link[state]
                link[target] = target = clone
            link[current] = target
        last = current
    return sum(length[s] - length[link[s]] for s in range(1, len(length)))


EXAMPLES = [(("aaa",), 3), (("abc",), 6), (("",), 0), (("abab",), 7)]


def inputs(random):
    for _ in range(200):
        yield ("".join(random.choices("abc", k=random.randint(0, 16))),)


def oracle(text):
    return len({text[i:j] for i in range(len(text)) for j in range(i + 1, len(text) + 1)})
