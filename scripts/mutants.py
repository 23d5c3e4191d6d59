"""Mutants of a module: its syntax tree with one small thing wrong, one after the other.

What people read and what a type checker reads (docstrings, annotations) is left alone: no program depends on it.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass

SWAPS: dict[type[ast.AST], tuple[type[ast.AST], ...]] = {
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.And: (ast.Or,),
    ast.Or: (ast.And,),
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.FloorDiv,),
    ast.Mod: (ast.Add,),
}
"""An operator -> what stands in its place."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change. `text` says it: line, what stood there, what stands there now."""

    text: str
    tree: ast.Module


Change = Callable[[ast.AST], tuple[ast.AST, str] | None]
"""Gives a node's stand-in and what it looks like, or nothing where it does not fit."""


def mutants(source: str) -> Iterator[Mutant]:
    """Every mutant of a module."""
    tree = ast.parse(source)
    for path, node in _live(tree, ()):
        for stand_in in _stand_ins(node):
            changed = copy.deepcopy(tree)
            _put(changed, path, stand_in)
            ast.fix_missing_locations(changed)
            before, after = _shown(node), _shown(stand_in)
            yield Mutant(f"{_line(tree, path)}: {before} -> {after}", changed)


Path = tuple[tuple[str, int | None], ...]
"""The way from the module to a node: fields, and places in them."""


def _live(node: ast.AST, path: Path) -> Iterator[tuple[Path, ast.AST]]:
    """Every node that a program depends on."""
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns", "type_params"}:
            continue
        children = enumerate(value) if isinstance(value, list) else [(None, value)]
        for at, child in children:
            if isinstance(child, ast.AST) and not _is_said(child):
                step = (*path, (name, at))
                yield step, child
                yield from _live(child, step)


def _is_said(node: ast.AST) -> bool:
    """A docstring, a bare constant, an import, a list of slots, or a dataclass's wish for slots."""
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Import() | ast.ImportFrom():
            return True
        case ast.Assign(targets=[ast.Name(id="__slots__")]):
            return True
        case ast.keyword(arg="slots"):
            return True
        case _:
            return False


def _stand_ins(node: ast.AST) -> Iterator[ast.AST]:
    for swap in SWAPS.get(type(node), ()):
        yield swap()
    yield from _of_expressions(node)
    yield from _of_statements(node)


def _of_expressions(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Constant(value=value):
            yield from _others(value)
        case ast.BoolOp(values=values):
            yield from values
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.Call(func=func, args=args, keywords=keywords):
            for at, keyword in enumerate(keywords):
                if not _is_said(keyword):
                    yield ast.Call(func, args, keywords[:at] + keywords[at + 1 :])
        case _:
            pass


def _of_statements(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test):
            yield _with_test(node, ast.Constant(value=True))
            yield _with_test(node, ast.Constant(value=False))
            yield _with_test(node, ast.UnaryOp(ast.Not(), test))
        case ast.Return(value=ast.expr()):
            yield ast.Return(ast.Constant(None))
        case ast.Expr() | ast.Raise() | ast.AugAssign() | ast.Assign(targets=[ast.Attribute()]):
            yield ast.Pass()
        case ast.ExceptHandler(type=kind, name=name):
            yield ast.ExceptHandler(kind, name, [ast.Raise()])
        case ast.AsyncWith(items=items, body=body) if all(item.optional_vars is None for item in items):
            yield ast.If(ast.Constant(value=True), body, [])
        case _:
            pass


def _others(value: object) -> Iterator[ast.Constant]:
    match value:
        case bool():
            yield ast.Constant(not value)
        case int() | float():
            yield from (ast.Constant(value + 1), ast.Constant(value - 1))
        case str():
            yield ast.Constant(value + "x")
            if value:
                yield ast.Constant("")
        case bytes():
            yield ast.Constant(value + b"x")
            if value:
                yield ast.Constant(b"")
        case _:
            pass


def _with_test(node: ast.AST, test: ast.expr) -> ast.AST:
    changed = copy.copy(node)
    changed.test = test  # type: ignore[attr-defined]  # If, While and IfExp have one
    return changed


def _put(tree: ast.AST, path: Path, stand_in: ast.AST) -> None:
    *way, (name, at) = path
    for field, place in way:
        tree = getattr(tree, field) if place is None else getattr(tree, field)[place]
    if at is None:
        setattr(tree, name, copy.deepcopy(stand_in))
    else:
        getattr(tree, name)[at] = copy.deepcopy(stand_in)


def _line(tree: ast.AST, path: Path) -> int:
    """The line of the nearest node on the way that has one."""
    line = 0
    for field, place in path:
        tree = getattr(tree, field) if place is None else getattr(tree, field)[place]
        line = getattr(tree, "lineno", line)
    return line


def _shown(node: ast.AST) -> str:
    try:
        text = ast.unparse(ast.fix_missing_locations(copy.deepcopy(node)))
    except AttributeError:
        text = ""
    return " ".join(text.split())[:70] or type(node).__name__
