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

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from math import inf
from typing import Literal, cast

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
from checkable.core.metrics import MetricWord
from checkable.spec.criteria_checks import MEANINGS, Checks, Language, Names, Sort
from checkable.spec.errors import nearest, one_of
from checkable.spec.tokens import KEYWORDS, RELATIONS, Mistake, Token, tokenize

DEEPEST = 30  # parentheses within parentheses
COMPARISONS = ("<", "<=", "==", "!=", ">=", ">")


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
        raise Mistake(start.offset, f"this {language} is {MEANINGS[parser.sort(expression)]}", MEANINGS[wanted], hint)
    return expression


class _Parser(Checks):
    """One pass over the tokens of one text."""

    def __init__(self, tokens: list[Token], names: Names, language: Language) -> None:
        super().__init__(tokens, names, language)
        self.depth = 0

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
        if isinstance(word, MetricWord) and word.of == "rounds":
            self.check_rounds(arm, name)
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


def number(text: str) -> float:
    """``0.7``, ``1e-3`` or ``70%``; the percentage is divided in decimal, so that 55.2% is 0.552."""
    return float(Decimal(text[:-1]) / 100) if text.endswith("%") else float(text)
