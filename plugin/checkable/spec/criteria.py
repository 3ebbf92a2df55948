"""Criteria, slices and references: one line of text to an expression of ``core.expression``.

All names are checked here, against the arms, controls and slices of the experiment and the tables
of ``core.metrics``, so that whoever evaluates an expression meets no unknown name. Nothing here
computes. The grammar, loosest first:

    either     = both {"or" both}
    both       = negation {"and" negation}
    negation   = "not" negation | comparison
    comparison = ARM relation ARM ["on" SLICE] | sum [("<"|"<="|"=="|"!="|">="|">") sum]
    relation   = "beats" | "within" NUMBER "of" | "gains" "less" "than" NUMBER "over"
    sum        = product {("+"|"-") product}
    product    = signed {("*"|"/") signed}
    signed     = "-" signed | operand
    operand    = NUMBER | TEXT | "(" either ")" | "case" "." NAME | ARM "." METRIC ["(" names ")"]

Relations belong to criteria; quoted text and ``case.`` belong to slices.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import lru_cache
from math import inf
from typing import Literal, NamedTuple, NoReturn, cast

from checkable.core.expression import (
    Arithmetic,
    Beats,
    Both,
    Bound,
    CaseFact,
    Compare,
    Expression,
    Metric,
    Not,
    Number,
    Text,
)
from checkable.core.metrics import CASE_WORDS, METRICS, CaseWord, MetricWord
from checkable.spec.errors import nearest, one_of
from checkable.spec.tokens import KEYWORDS, RELATIONS, Mistake, Token, tokenize

Language = Literal["criterion", "slice", "reference"]
Sort = Literal["truth", "number", "text", "fact"]  # a fact of a case may turn out to be any of the three
DEEPEST = 30  # parentheses within parentheses
COMPARISONS = ("<", "<=", "==", "!=", ">=", ">")
_MEANINGS = {"truth": "something true or false", "number": "a number", "text": "quoted text"}


class Names(NamedTuple):
    """What an expression may speak about: arms and controls alike, slices, and facts of a case."""

    arms: tuple[str, ...]
    slices: tuple[str, ...] = ()
    facts: tuple[str, ...] | None = None  # what there is behind ``case.``; None where only the cases know


@lru_cache(maxsize=4096)
def parse(text: str, names: Names, language: Language) -> Expression:
    """The expression that ``text`` means. Raises Mistake with an offset into ``text``.

    A criterion and a slice are true or false, a reference is a number. Cached, since specs of one
    tree repeat each other's lines.
    """
    parser = _Parser(tokenize(text), names, language)
    start = parser.token
    if start.kind == "end":
        raise Mistake(0, "nothing stands here", f"a {language}")
    expression = parser.either()
    parser.finish()
    wanted: Sort = "number" if language == "reference" else "truth"
    if parser.sort(expression) not in (wanted, "fact"):
        hint = "compare it with a number, such as '>= 0.7'" if language == "criterion" else ""
        raise Mistake(start.offset, f"this {language} is {_MEANINGS[parser.sort(expression)]}", _MEANINGS[wanted], hint)
    return expression


class _Parser:
    """One pass over the tokens of one text."""

    def __init__(self, tokens: list[Token], names: Names, language: Language) -> None:
        self.tokens = tokens
        self.place = 0
        self.depth = 0
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

    # -- grammar

    def either(self) -> Expression:
        return self.chain(self.both, "or")

    def both(self) -> Expression:
        return self.chain(self.negation, "and")

    def chain(self, operand: Callable[[], Expression], word: Literal["and", "or"]) -> Expression:
        start, left = self.token, operand()
        while self.accept(word):
            self.want("truth", left, start, f"beside {word!r}")
            right_start, right = self.token, operand()
            self.want("truth", right, right_start, f"beside {word!r}")
            left = Both(word, left, right)
        return left

    def negation(self) -> Expression:
        if not self.accept("not"):
            return self.comparison()
        start, operand = self.token, self.deeper(self.negation)
        self.want("truth", operand, start, "behind 'not'")
        return Not(operand)

    def comparison(self) -> Expression:
        if self.token.kind == "name" and self.tokens[self.place + 1].text in RELATIONS:
            return self.relation()
        start, left = self.token, self.sum()
        if self.token.text in RELATIONS:
            raise Mistake(start.offset, f"{self.token} stands between two arms", "the name of an arm alone")
        sign = self.accept(*COMPARISONS)
        if sign is None:
            return left
        right_start, right = self.token, self.sum()
        if self.token.text in COMPARISONS and self.token.kind == "sign":
            raise Mistake(self.token.offset, "a comparison cannot be chained", "one comparison", "join two with 'and'")
        self.comparable(sign, (start, left), (right_start, right))
        return Compare(cast(Literal["<", "<=", "==", "!=", ">=", ">"], sign.text), left, right)

    def relation(self) -> Expression:
        """``A beats B``, ``A within 2% of B``, ``A gains less than 2% over B``; each perhaps ``on SLICE``."""
        left, verb = self.take(), self.take()
        if self.language != "criterion":
            raise Mistake(verb.offset, f"{verb} is for criteria, not for a {self.language}", "")
        self.known_arm(left)
        if verb.text == "beats":
            right, cut = self.other(left, "beat"), self.cut()
            return Beats(left.text, right, cut)
        form = f"{left.text} {'within 2% of' if verb.text == 'within' else 'gains less than 2% over'} ARM"
        for word in ("less", "than") if verb.text == "gains" else ():
            self.filler(word, form)
        margin = self.margin(form)
        self.filler("of" if verb.text == "within" else "over", form)
        right, cut = self.other(left, "be held against"), self.cut()
        return Bound(left.text, right, cast(Literal["within", "gains"], verb.text), margin, cut)

    def other(self, left: Token, verb: str) -> str:
        """The arm on the other side."""
        right = self.name("the name of an arm")
        self.known_arm(right)
        if right.text == left.text:
            raise Mistake(right.offset, f"{left.text!r} cannot {verb} itself",
                          one_of(set(self.names.arms) - {left.text}))
        return right.text

    def cut(self) -> str | None:
        """``on SLICE``, where it is there."""
        if not self.accept("on"):
            return None
        cut = self.name("the name of a slice")
        if cut.text not in self.names.slices:
            self.unknown(cut, "slice", self.names.slices)
        return cut.text

    def margin(self, form: str) -> float:
        """A difference of shares: ``2%`` or ``0.02``."""
        token = self.take()
        if token.kind != "number":
            raise Mistake(token.offset, f"{token} stands where the smallest difference of interest belongs", form)
        if not 0 < (value := number(token.text)) <= 1:
            raise Mistake(token.offset, f"{token.text} is no difference of two shares", "more than 0 and at most 100%")
        return value

    def filler(self, word: str, form: str) -> None:
        """A word that is there for the reader."""
        if not self.accept(word):
            raise Mistake(self.token.offset, f"{self.token} stands where {word!r} belongs", form,
                          nearest(self.token.text, (word,)))

    def sum(self) -> Expression:
        return self.arithmetic(self.product, "+", "-")

    def product(self) -> Expression:
        return self.arithmetic(self.signed, "*", "/")

    def arithmetic(self, operand: Callable[[], Expression], *signs: str) -> Expression:
        start, left = self.token, operand()
        while sign := self.accept(*signs):
            self.want("number", left, start, f"beside {sign.text!r}")
            right_start, right = self.token, operand()
            self.want("number", right, right_start, f"beside {sign.text!r}")
            left = Arithmetic(cast(Literal["+", "-", "*", "/"], sign.text), left, right)
        return left

    def signed(self) -> Expression:
        if not self.accept("-"):
            return self.operand()
        start, operand = self.token, self.deeper(self.signed)
        self.want("number", operand, start, "behind '-'")
        return Number(-operand.value) if isinstance(operand, Number) else Arithmetic("-", Number(0.0), operand)

    def operand(self) -> Expression:
        token = self.take()
        if token.kind == "number":
            return self.number(token)
        if token.kind == "text":
            if self.language != "slice":
                message = f"quoted text means nothing in a {self.language}"
                raise Mistake(token.offset, message, "arms, metrics and numbers")
            return Text(token.text[1:-1])
        if token.text == "(":
            return self.parenthesis(token)
        if token.kind == "name" and token.text not in KEYWORDS:
            return self.fact(token) if token.text == "case" else self.metric(token)
        if token.text == ")":
            message = "nothing stands before this ')'" if self.depth else "there is no '(' for this ')'"
            raise Mistake(token.offset, message, "an arm's metric or a number")
        raise Mistake(token.offset, f"{token} stands where a number or a name belongs", "an arm's metric or a number")

    def number(self, token: Token) -> Number:
        if (value := number(token.text)) == inf:
            raise Mistake(token.offset, f"{token} is larger than any number here", "a finite number")
        return Number(value)

    def parenthesis(self, opening: Token) -> Expression:
        inner = self.deeper(self.either)
        if self.accept(")"):
            return inner
        if self.token.kind == "end":
            raise Mistake(opening.offset, "this '(' is never closed", "a ')'")
        return self.misplaced()

    def fact(self, case: Token) -> Expression:
        if self.language != "slice":
            raise Mistake(case.offset, f"'case' is for slices, not for a {self.language}", "arms, metrics and numbers")
        if not self.accept("."):
            raise Mistake(self.token.offset, "'case' needs a fact behind it", "for instance case.family")
        fact = self.name("a fact of the case, such as family")
        if self.names.facts is not None and fact.text not in self.names.facts:
            self.unknown(fact, "fact of a case here", self.names.facts)
        return CaseFact(fact.text)

    def metric(self, arm: Token) -> Expression:
        if not self.accept("."):
            self.bare(arm)
        self.known_arm(arm)
        name = self.name("the name of a metric")
        word = self.words.get(name.text)
        if word is None:
            self.unknown_metric(name)
        arguments = self.arguments() if self.token.text == "(" else []
        self.check_arguments(word, arguments, name)
        return Metric(arm.text, name.text, tuple(argument.text for argument in arguments))

    def arguments(self) -> list[Token]:
        opening = self.take()
        names: list[Token] = []
        if self.accept(")"):
            return names
        while True:
            names.append(self.name("the name of an arm or slice"))
            if self.accept(")"):
                return names
            if self.token.kind == "end":
                raise Mistake(opening.offset, "this '(' is never closed", "a ')'")
            if not self.accept(","):
                raise Mistake(self.token.offset, f"{self.token} stands among the names", "',' or ')'")

    def finish(self) -> None:
        if self.token.kind != "end":
            self.misplaced()

    def deeper(self, part: Callable[[], Expression]) -> Expression:
        self.depth += 1
        if self.depth > DEEPEST:
            raise Mistake(self.token.offset, f"nested deeper than {DEEPEST} levels")
        expression = part()
        self.depth -= 1
        return expression

    # -- what names mean

    def name(self, expected: str) -> Token:
        if self.token.kind == "name" and self.token.text not in KEYWORDS:
            return self.take()
        found = "the line ends" if self.token.kind == "end" else f"{self.token} stands"
        raise Mistake(self.token.offset, f"{found} where a name belongs", expected)

    def known_arm(self, arm: Token) -> None:
        if arm.text not in self.names.arms:
            self.unknown(arm, "arm or control", self.names.arms)

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
            raise Mistake(start.offset, f"this is {_MEANINGS[found]}", f"{_MEANINGS[sort]} {where}")

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


def number(text: str) -> float:
    """``0.7``, ``1e-3`` or ``70%``; the percentage is divided in decimal, so that 55.2% is 0.552."""
    return float(Decimal(text[:-1]) / 100) if text.endswith("%") else float(text)


def _arms(count: int) -> str:
    return ("no arm", "one arm", "two arms")[count] if count < 3 else f"{count} arms"


def _slices(slices: tuple[str, ...]) -> str:
    return f"a slice: {one_of(slices)}" if slices else "nothing here: this experiment has no slices"
