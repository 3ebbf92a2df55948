"""What the names of a criterion, slice or reference mean, and which sort each part is: whatever does not, is told here.

The parser's view of its tokens and of the experiment. Knows nothing of the grammar.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple, NoReturn

from checkable.core.expression import Arithmetic, CaseFact, Expression, Metric, Number, Text
from checkable.core.metrics import CASE_WORDS, METRICS, CaseWord, MetricWord
from checkable.spec.errors import nearest, one_of
from checkable.spec.tokens import KEYWORDS, RELATIONS, Mistake, Token

Language = Literal["criterion", "slice", "reference"]
Sort = Literal["truth", "number", "text", "fact"]  # a fact of a case may turn out to be any of the three
MEANINGS = {"truth": "something true or false", "number": "a number", "text": "quoted text"}


class Names(NamedTuple):
    """What an expression may speak about: arms and controls alike, slices, and facts of a case."""

    arms: tuple[str, ...]
    slices: tuple[str, ...] = ()
    facts: tuple[str, ...] | None = None  # what there is behind ``case.``; None where only the cases know
    iterated: tuple[str, ...] | None = None  # whose trainings keep programs of their own; None where nobody looked


class Checks:
    """The tokens of one text, and what may stand where. Every method raises Mistake for what may not."""

    def __init__(self, tokens: list[Token], names: Names, language: Language) -> None:
        self.tokens = tokens
        self.place = 0
        self.names = names
        self.language = language
        self.words: dict[str, MetricWord] | dict[str, CaseWord] = CASE_WORDS if language == "slice" else METRICS

    # -- tokens

    @property
    def token(self) -> Token:
        return self.tokens[self.place]

    def take(self) -> Token:
        token = self.tokens[self.place]
        self.place += token.kind != "end"
        return token

    def accept(self, *texts: str) -> Token | None:
        return self.take() if self.token.text in texts and self.token.kind in ("name", "sign") else None

    # -- what names mean

    def name(self, expected: str) -> Token:
        if self.token.kind == "name" and self.token.text not in KEYWORDS:
            return self.take()
        found = "the line ends" if self.token.kind == "end" else f"{self.token} stands"
        raise Mistake(self.token.offset, f"{found} where a name belongs", expected)

    def known_arm(self, arm: Token) -> None:
        if arm.text not in self.names.arms:
            self.unknown(arm, "arm or control", self.names.arms)

    def check_rounds(self, arm: Token, name: Token) -> None:
        """A metric of rounds is about an arm that has some."""
        iterated = self.names.iterated
        if iterated is not None and arm.text not in iterated:
            message = f"{name.text!r} is about programs that trainings keep of their own, and {arm.text!r} keeps none"
            makers = "an arm of expert-iteration with rounds, or of distillation, that does not say keep: none"
            raise Mistake(arm.offset, message, one_of(iterated) if iterated else makers, nearest(arm.text, iterated))

    def check_arguments(self, word: MetricWord | CaseWord, arguments: list[Token], name: Token) -> None:
        takes = word.takes
        for argument in arguments[: len(takes)]:
            self.known_arm(argument)
        if len(arguments) < len(takes):
            form = f"{name.text}({', '.join(takes)})"
            raise Mistake(name.offset, f"{name.text!r} takes {_arms(len(takes))}, not {len(arguments)}", form)
        extra = arguments[len(takes) :]
        if not extra:
            return
        if isinstance(word, MetricWord) and word.of == "rounds":
            raise Mistake(extra[0].offset, f"{name.text!r} is about trainings, which have no cases to cut", name.text)
        if self.language == "slice" or len(extra) > 1:
            more = "" if self.language == "slice" else " and perhaps a slice behind"
            message = f"{name.text!r} takes {_arms(len(takes))}{more}, not {len(arguments)} names"
            raise Mistake(extra[-1].offset, message)
        if extra[0].text not in self.names.slices:
            what = "an arm" if extra[0].text in self.names.arms else "no slice"
            message = f"{name.text!r} takes {_arms(len(takes))}, and {extra[0].text!r} is {what}"
            hint = nearest(extra[0].text, self.names.slices)
            raise Mistake(extra[0].offset, message, _slices(self.names.slices), hint)

    def bare(self, name: Token) -> NoReturn:
        """A name with neither a metric nor ``beats`` behind it."""
        if name.text not in self.names.arms:
            if name.text in self.names.slices:
                message = f"{name.text!r} is a slice, which says nothing alone"
                raise Mistake(name.offset, message, f"an arm's metric with the slice, like ARM.accuracy({name.text})")
            if name.text in self.words and self.token.text == "(":
                raise Mistake(name.offset, f"{name.text!r} stands behind an arm and a dot", f"ARM.{name.text}")
            self.unknown(name, "arm or control", self.names.arms)
        following = self.token
        example = f"{name.text}.{'correct' if self.language == 'slice' else 'accuracy'}"
        if following.kind == "name":
            words = RELATIONS if self.language == "criterion" else ()
            expected = f"a metric, such as {example}" + (", or 'beats'" if words else "")
            message = f"{following} means nothing behind an arm"
            raise Mistake(following.offset, message, expected, nearest(following.text, words))
        message = f"{name.text!r} is an arm, not a number"
        raise Mistake(name.offset, message, f"a metric behind a dot, such as {example}")

    def unknown(self, name: Token, what: str, valid: Iterable[str]) -> NoReturn:
        valid = tuple(valid)
        raise Mistake(name.offset, f"no {what} is called {name.text!r}", one_of(valid), nearest(name.text, valid))

    def unknown_metric(self, name: Token) -> NoReturn:
        other = METRICS if self.language == "slice" else CASE_WORDS
        what = "case word" if self.language == "slice" else "metric"
        hint = nearest(name.text, self.words)
        if not hint and name.text in other:
            hint = f"{name.text!r} is for {'criteria' if self.language == 'slice' else 'slices'}"
        raise Mistake(name.offset, f"no {what} is called {name.text!r}", one_of(self.words), hint)

    def misplaced(self) -> NoReturn:
        token = self.token
        if token.text == ")":
            raise Mistake(token.offset, "there is no '(' for this ')'")
        if token.kind in ("name", "number", "text") or token.text == "(":
            hint = nearest(token.text, KEYWORDS) if token.kind == "name" and token.text not in KEYWORDS else ""
            message = f"an operator is missing before {token}"
            raise Mistake(token.offset, message, "+ - * / < <= == != >= >, 'and' or 'or'", hint)
        raise Mistake(token.offset, f"{token} does not belong here")

    # -- sorts

    def sort(self, expression: Expression) -> Sort:
        if isinstance(expression, (Number, Arithmetic)):
            return "number"
        if isinstance(expression, Text):
            return "text"
        if isinstance(expression, CaseFact):
            return "fact"
        if isinstance(expression, Metric):
            return "truth" if self.language == "slice" else "number"
        return "truth"

    def want(self, sort: Sort, expression: Expression, start: Token, where: str) -> None:
        found = self.sort(expression)
        if found not in (sort, "fact"):
            raise Mistake(start.offset, f"this is {MEANINGS[found]}", f"{MEANINGS[sort]} {where}")

    def comparable(self, sign: Token, left: tuple[Token, Expression], right: tuple[Token, Expression]) -> None:
        for start, side in (left, right):
            if self.sort(side) == "truth":
                message = "this is already true or false and cannot be compared"
                raise Mistake(start.offset, message, "a number", "join truths with 'and', 'or' and 'not'")
        sorts = {self.sort(left[1]), self.sort(right[1])} - {"fact"}
        if len(sorts) > 1:
            raise Mistake(sign.offset, "a number is compared with text", "two numbers or two texts")
        if "text" in sorts and sign.text not in ("==", "!="):
            raise Mistake(sign.offset, f"text cannot be compared with {sign.text!r}", "'==' or '!='")


def _arms(count: int) -> str:
    return ("no arm", "one arm", "two arms")[count] if count < 3 else f"{count} arms"


def _slices(slices: tuple[str, ...]) -> str:
    return f"a slice: {one_of(slices)}" if slices else "nothing here: this experiment has no slices"
