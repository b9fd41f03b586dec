"""`expect`: one small expression, parsed against a whitelist and compiled once to closures.

No text is ever evaluated: `ast` reads it, each node must be one of a few kinds, each name one that
the link kind gives, each call one of a closed list. Truth has three values (see `functions`).
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import field

from numcheck.errors import nearest
from numcheck.rules import functions
from numcheck.rules.functions import Truth, Value
from numcheck.rules.names import Scope, Vocabulary
from numcheck.rules.source import Problem
from numcheck.values import frozen

MAX_CHARS = 400
MAX_NODES = 120

Compiled = Callable[[Scope], Value]


@frozen
class Expression:
    """An expectation with its source text. `names` are the roles, facts and options it uses."""

    text: str
    names: frozenset[str]
    _compiled: Compiled = field(compare=False, repr=False)

    def __call__(self, scope: Scope) -> Truth:
        """True if it holds, False if no reading can meet it, None if that is not known."""
        value = self._compiled(scope)
        return value if isinstance(value, bool) else None


def compile_expression(text: str, vocabulary: Vocabulary) -> Expression:
    """Raises Problem, with the offset of the part that is not allowed."""
    text = " ".join(text.split()) if "\n" in text else text
    if len(text) > MAX_CHARS:
        raise Problem(f"the expression is longer than {MAX_CHARS} characters")
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except SyntaxError as error:
        raise Problem(f"not an expression: {error.msg}", max(0, (error.offset or 1) - 1)) from None
    except (ValueError, RecursionError, MemoryError):
        raise Problem("not an expression") from None
    if sum(1 for _ in ast.walk(tree)) > MAX_NODES:
        raise Problem("the expression is too long to be read at a glance")
    compiled = _Compiler(vocabulary).compile(tree)
    if isinstance(tree, ast.Constant | ast.BinOp | ast.Name | ast.Tuple | ast.List):
        raise Problem("an expectation compares something; this is only a value")
    names = frozenset(node.id for node in ast.walk(tree) if isinstance(node, ast.Name))
    return Expression(text.strip(), names, compiled)


class _Compiler:
    """From the syntax tree to closures, node by node."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    def compile(self, node: ast.expr) -> Compiled:
        method = getattr(self, "_" + type(node).__name__.lower(), None)
        if method is None:
            raise Problem(f"{_name_of(node)} cannot be used here", node.col_offset)
        compiled: Compiled = method(node)
        return compiled

    def _constant(self, node: ast.Constant) -> Compiled:
        value = node.value
        if not isinstance(value, bool | int | float | str):
            raise Problem(f"{value!r} cannot be used here", node.col_offset)
        return lambda _: value

    def _name(self, node: ast.Name) -> Compiled:
        return self._path(node.id, node)

    def _attribute(self, node: ast.Attribute) -> Compiled:
        steps = []
        inner: ast.expr = node
        while isinstance(inner, ast.Attribute):
            steps.append(inner.attr)
            inner = inner.value
        if not isinstance(inner, ast.Name):
            raise Problem("only a name may be followed by a field", node.col_offset)
        return self._path(".".join([inner.id, *reversed(steps)]), node)

    def _path(self, path: str, node: ast.expr) -> Compiled:
        try:
            return self.vocabulary.resolve(path)
        except Problem as problem:
            raise Problem(
                problem.reason, node.col_offset + problem.offset, problem.nearest
            ) from None

    def _list(self, node: ast.List | ast.Tuple) -> Compiled:
        items = [self.compile(item) for item in node.elts]
        return lambda scope: tuple(item(scope) for item in items)

    _tuple = _list

    def _unaryop(self, node: ast.UnaryOp) -> Compiled:
        operand = self.compile(node.operand)
        if isinstance(node.op, ast.Not):
            return lambda scope: functions.negate(operand(scope))
        if isinstance(node.op, ast.USub):
            return lambda scope: functions.minus(operand(scope))
        raise Problem(f"{_name_of(node.op)} cannot be used here", node.col_offset)

    def _binop(self, node: ast.BinOp) -> Compiled:
        operate = functions.OPERATORS.get(type(node.op).__name__)
        if operate is None:
            raise Problem("of arithmetic only + - * / may be used", node.col_offset)
        left, right = self.compile(node.left), self.compile(node.right)
        return lambda scope: operate(left(scope), right(scope))

    def _boolop(self, node: ast.BoolOp) -> Compiled:
        parts = [self.compile(part) for part in node.values]
        decisive = isinstance(node.op, ast.Or)
        return lambda scope: _join(parts, scope, decisive)

    def _compare(self, node: ast.Compare) -> Compiled:
        operands = [self.compile(part) for part in (node.left, *node.comparators)]
        for op in node.ops:
            if type(op).__name__ not in functions.COMPARISONS:
                raise Problem("compare with == != < <= > >= in", node.col_offset)
        compares = [functions.COMPARISONS[type(op).__name__] for op in node.ops]
        if len(compares) == 1:
            left, right, compare = operands[0], operands[1], compares[0]
            return lambda scope: compare(left(scope), right(scope))
        pairs = list(zip(compares, operands, operands[1:], strict=False))
        steps: list[Compiled] = [_step(compare, a, b) for compare, a, b in pairs]
        return lambda scope: _join(steps, scope, False)

    def _call(self, node: ast.Call) -> Compiled:
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        function = functions.FUNCTIONS.get(name)
        if function is None:
            known = ", ".join(functions.FUNCTIONS)
            reason = f"unknown function {name!r} (known: {known})" if name else "only functions"
            raise Problem(reason, node.col_offset, nearest(name, functions.FUNCTIONS))
        if node.keywords or not function.least <= len(node.args) <= function.most:
            raise Problem(f"{name}: {function.summary}", node.col_offset)
        arguments = [self.compile(argument) for argument in node.args]
        call = function.call
        return lambda scope: call(*(argument(scope) for argument in arguments))


def _step(compare: Callable[[Value, Value], Truth], a: Compiled, b: Compiled) -> Compiled:
    return lambda scope: compare(a(scope), b(scope))


def _join(parts: list[Compiled], scope: Scope, decisive: bool) -> Truth:
    """`or` (decided by True) and `and` (decided by False) where some answers are unknown."""
    unknown = False
    for part in parts:
        value: Truth = part(scope)
        if value is decisive:
            return decisive
        unknown = unknown or not isinstance(value, bool)
    return None if unknown else (not decisive)


def _name_of(node: ast.AST) -> str:
    return {
        "IfExp": "if ... else", "Lambda": "lambda", "Subscript": "[...]", "Dict": "{...}",
        "JoinedStr": "an f-string", "NamedExpr": ":=", "Starred": "*",
    }.get(type(node).__name__, type(node).__name__)  # fmt: skip
