from collections import deque


def word_ladder(start: str, goal: str, words: list[str]) -> list[str] | None:
    """Find a shortest chain from start to goal that changes one letter at a time through given words, or None.

    The alphabetically first of the shortest chains. Start need not be among the words, goal must.
    Use when: word games or one-step mutations through valid states are solved.
    Complexity: O(words * length * alphabet).
    Source: Lewis Carroll's doublets; breadth-first search backwards from the goal.
    """
    known = set(words) | {start}
    if goal not in known:
        return None
    letters = sorted({letter for word in known for letter in word})

    def around(word: str) -> list[str]:
        changed = (word[:i] + letter + word[i + 1 :] for i in range(len(word)) for letter in letters)
        return [other for other in changed if other != word and other in known]

    distance, queue = {goal: 0}, deque([goal])
    while queue:
        word = queue.popleft()
        for other in around(word):
            if other not in distance:
                distance[other] = distance[word] + 1
                queue.append(other)
    if start not in distance:
        return None
    chain = [start]
    while chain[-1] != goal:
        chain.append(min(other for other in around(chain[-1]) if distance.get(other) == distance[chain[-1]] - 1))
    return chain


EXAMPLES = [
    (("cold", "warm", ["cord", "card", "ward", "warm", "word", "worm"]), ["cold", "cord", "card", "ward", "warm"]),
    (("a", "b", []), None),
    (("ab", "ab", []), ["ab"]),
    (("hot", "dog", ["hot", "dog"]), None),
]


def inputs(random):
    for _ in range(100):
        words = ["".join(random.choices("abc", k=2)) for _ in range(random.randint(1, 7))]
        yield "aa", words[0], words


def oracle(start, goal, words):
    chains = [[start]]
    while chains:
        done = [c for c in chains if c[-1] == goal]
        if done:
            return min(done)
        chains = [
            c + [w]
            for c in chains
            for w in set(words)
            if w not in c and sum(a != b for a, b in zip(w, c[-1], strict=True)) == 1
        ]
    return None
