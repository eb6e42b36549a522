"""Formulas: names, numbers, + - * / ( ), sum, min and max over exact decimals; nothing else."""

import ast
import re
import warnings
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, DecimalException
from difflib import get_close_matches
from functools import lru_cache, reduce
from keyword import iskeyword

from generator.model.numbers import EXACT, MOST_DIGITS

LONGEST = 200
"""The most characters a formula may have."""

Inputs = Mapping[str, Decimal]
Step = Callable[[Inputs], Decimal]

_OPERATORS: dict[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: EXACT.add,
    ast.Sub: EXACT.subtract,
    ast.Mult: EXACT.multiply,
    ast.Div: EXACT.divide,
}
_FUNCTIONS = ("sum", "min", "max")
_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?")
_WORD = r"[A-Za-z_][A-Za-z0-9_]*"
_STRANGE = re.compile(r"[^A-Za-z0-9_ .,+*/()-]")
_ONLY = "a formula has only names, numbers, + - * / ( ), sum, min and max"


class FormulaError(ValueError):
    """A formula that cannot be read or worked out; `column` counts from 1 within the formula."""

    def __init__(self, message: str, column: int = 1) -> None:
        super().__init__(message)
        self.column = column


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula as typed, the names it uses, those it divides by, and the way to work it out."""

    text: str
    names: tuple[str, ...]
    step: Step = field(repr=False, compare=False)
    divisors: tuple[str, ...] = ()

    def __reduce__(self) -> tuple[Callable[[str], "Formula"], tuple[str]]:
        """A formula travels between processes as its text."""
        return parse_formula, (self.text,)

    def value(self, inputs: Inputs) -> Decimal:
        """The exact result for `inputs`, unrounded.

        Raises FormulaError when an input is missing, a divisor is zero or a number is too large.
        """
        missing = [name for name in self.names if name not in inputs]
        if missing:
            raise FormulaError(f"there is no input {', '.join(missing)}")
        try:
            result = self.step(inputs)
        except DecimalException as error:
            raise FormulaError(_TOO_LARGE) from error
        if result and result.adjusted() >= MOST_DIGITS:  # no file could hold it as a value
            raise FormulaError(_TOO_LARGE)
        return result

    def worked(self, inputs: Inputs) -> str:
        """The formula with each name replaced by its number: `910 / 1000 * 100`."""
        return re.sub(
            _WORD + r"\b(?! *\()",
            lambda found: f"{inputs[found[0]]:f}" if found[0] in inputs else found[0],
            self.text,
        )


_TOO_LARGE = "the result is too large to work out"


@lru_cache(maxsize=4096)
def parse_formula(text: str) -> Formula:
    """The formula in `text`. Raises FormulaError with the column of what cannot be read."""
    if len(text) > LONGEST:
        raise FormulaError(f"a formula has at most {LONGEST} characters; this has {len(text):,}")
    spaced = re.sub(r"[\t\r\n]", " ", text)
    source = spaced.strip()
    offset = spaced.index(source)
    strange = _STRANGE.search(spaced)
    if strange:
        raise FormulaError(_ONLY, strange.start() + 1)
    for word in re.finditer(_WORD, spaced):
        if iskeyword(word[0]):
            raise FormulaError(f"{word[0]} cannot be a name", word.start() + 1)
    try:
        tree = _tree(source)
    except SyntaxError as error:
        column = (error.offset or len(source) + 1) + offset
        raise FormulaError("this is not a complete sum", column) from error
    except (ValueError, MemoryError, RecursionError) as error:
        raise FormulaError("this cannot be read as a sum") from error
    reader = _Reader(source, offset)
    step = reader.step(tree.body)
    names, divisors = (tuple(dict.fromkeys(found)) for found in (reader.names, reader.divisors))
    return Formula(text, names, step, divisors)


def _tree(source: str) -> ast.Expression:
    with warnings.catch_warnings():  # Python warns of 1if and the like, which is refused anyway
        warnings.simplefilter("ignore")
        return ast.parse(source, mode="eval")


def unknown_names(formula: Formula, known: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    """Each name in `formula` that is not `known`, with the nearest known name or ''."""
    return tuple(
        (name, next(iter(get_close_matches(name, known, n=1)), ""))
        for name in formula.names
        if name not in known
    )


class _Reader:
    """Turns a syntax tree into steps, refusing all that is not on the short list."""

    def __init__(self, source: str, offset: int) -> None:
        self.source = source
        self.offset = offset
        self.names: list[str] = []
        self.divisors: list[str] = []

    def step(self, node: ast.expr) -> Step:
        match node:
            case ast.BinOp(op=op) if type(op) in _OPERATORS:
                return self._operation(node)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                inner = self.step(operand)
                return lambda inputs: EXACT.minus(inner(inputs))
            case ast.Name(id=name):
                self.names.append(name)
                return lambda inputs: inputs[name]
            case ast.Constant():
                return self._number(node)
            case ast.Call(func=ast.Name(id=name), keywords=[]) if name in _FUNCTIONS and node.args:
                return self._function(name, node)
        raise self._error(node, _ONLY)

    def _operation(self, node: ast.BinOp) -> Step:
        left, before = self.step(node.left), len(self.names)
        right, operator = self.step(node.right), _OPERATORS[type(node.op)]
        if not isinstance(node.op, ast.Div):
            return lambda inputs: operator(left(inputs), right(inputs))
        self.divisors += self.names[before:]
        divisor = ast.get_source_segment(self.source, node.right)
        column = node.right.col_offset + self.offset + 1

        def divide(inputs: Inputs) -> Decimal:
            below = right(inputs)
            if not below:
                raise FormulaError(f"division by zero: {divisor} is 0", column)
            return operator(left(inputs), below)

        return divide

    def _number(self, node: ast.Constant) -> Step:
        typed = ast.get_source_segment(self.source, node) or ""
        if not _NUMBER.fullmatch(typed) or len(typed) > MOST_DIGITS:
            raise self._error(node, f"{typed[:30]} is not a plain number")
        number = Decimal(typed)
        return lambda _: number

    def _function(self, name: str, node: ast.Call) -> Step:
        steps = tuple(self.step(argument) for argument in node.args)
        if name == "sum":
            return lambda inputs: _total(step(inputs) for step in steps)
        choose = min if name == "min" else max
        return lambda inputs: choose(step(inputs) for step in steps)

    def _error(self, node: ast.expr, message: str) -> FormulaError:
        return FormulaError(message, node.col_offset + self.offset + 1)


def _total(values: Iterable[Decimal]) -> Decimal:
    return reduce(EXACT.add, values, Decimal(0))
