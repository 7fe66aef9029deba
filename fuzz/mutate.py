"""Mutants: a function with one operator, condition or constant changed, or a table with one value changed.

A mutant is put in place by exchanging the code of the function as it stands, so that whoever imported it
before runs the changed one. Annotations, docstrings and default values stay as they are, and so does what a
module does as it is imported, but for the values of its tables.
"""

from __future__ import annotations

import ast
import copy
import importlib
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
_COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE), ast.GtE: (ast.Gt, ast.Lt), ast.In: (ast.NotIn,), ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,),
}  # fmt: skip
_COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.Mod: ast.Mult,
    ast.FloorDiv: ast.Mult, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr, ast.Pow: ast.Mult,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mutant:
    """A change: `number` is that of its node in `module`, `way` which of the node's changes.

    `owner` is the function or method whose code changes, or the table; `line` and `told` are for people.
    """

    module: str
    owner: str
    number: int
    way: int
    line: int
    told: str

    @property
    def name(self) -> str:
        """Such as ``claimdesk.text.cues:find_cues:118:0``, the same as long as the file is."""
        return f"{self.module}:{self.owner}:{self.number}:{self.way}"


def find_mutants(module: str) -> Iterator[Mutant]:
    """All mutants of a module, in the order of its text."""
    tree = ast.parse(_find_path(module).read_text(encoding="utf-8"))
    still = set(map(id, _find_still(tree)))
    for number, (owner, node) in enumerate(_walk(tree)):
        if id(node) in still or not owner:
            continue
        before = ast.unparse(node)
        for way, change in enumerate(_find_changes(node)):
            changed = copy.deepcopy(node)
            after = ast.unparse(ast.fix_missing_locations(change(changed)))
            line = getattr(node, "lineno", 0)
            yield Mutant(module, owner, number, way, line, f"{before[:70]} -> {after[:70]}")
    yield from _find_rows(module, tree)


def apply_mutant(mutant: Mutant) -> None:
    """Put it in place, for the rest of this process. Raises LookupError where there is no such function."""
    _forget()
    loaded = importlib.import_module(mutant.module)
    if mutant.number < 0:
        table = getattr(loaded, mutant.owner)
        key = list(table)[mutant.way]
        table[key] = _pick_other(table, key)
        return
    path = _find_path(mutant.module)
    tree = ast.parse(path.read_text(encoding="utf-8"))
    _, node = list(_walk(tree))[mutant.number]
    change = list(_find_changes(node))[mutant.way]
    changed = _Exchange(node, change).visit(tree)
    code = compile(ast.fix_missing_locations(changed), str(path), "exec", dont_inherit=True)
    find_function(loaded, mutant.owner).__code__ = _find_code(code, mutant.owner)


def _forget() -> None:
    """Let nothing stand that was worked out before."""
    for name, module in list(sys.modules.items()):
        if name.startswith("claimdesk"):
            for one in vars(module).values():
                if hasattr(one, "cache_clear"):
                    one.cache_clear()


def find_function(loaded: Any, owner: str) -> FunctionType:
    """The function of that name in a module, unwrapped. Raises LookupError."""
    found = loaded
    for name in owner.split("."):
        found = vars(found)[name]
    found = getattr(found, "fget", None) or getattr(found, "__func__", found)
    found = getattr(found, "__wrapped__", found)
    if not isinstance(found, FunctionType):
        raise LookupError(f"{owner} is no function")
    return found


def _find_path(module: str) -> Path:
    return ROOT / f"{module.replace('.', '/')}.py"


class _Exchange(ast.NodeTransformer):
    """The tree with one node changed."""

    def __init__(self, node: ast.AST, change: Callable[[Any], ast.AST]) -> None:
        self.node, self.change = node, change

    def visit(self, node: ast.AST) -> Any:
        return self.change(node) if node is self.node else super().generic_visit(node)


def _walk(tree: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    """Every node with the function or method it is in; empty outside of them."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            for inner in node.body:
                owner = f"{node.name}.{inner.name}" if isinstance(inner, ast.FunctionDef) else ""
                yield from ((owner, one) for one in ast.walk(inner))
        else:
            owner = node.name if isinstance(node, ast.FunctionDef) else ""
            yield from ((owner, one) for one in ast.walk(node))


def _find_still(tree: ast.Module) -> Iterator[ast.AST]:
    """What is not changed: annotations, default values, decorators, docstrings, messages of errors."""
    for node in ast.walk(tree):
        kept: list[ast.AST | None] = []
        if isinstance(node, ast.FunctionDef):
            arguments = node.args
            kept += [node.returns, *node.decorator_list, *arguments.defaults, *arguments.kw_defaults]
        elif isinstance(node, ast.arg | ast.AnnAssign):
            kept.append(node.annotation)
        elif isinstance(node, ast.Raise | ast.Assert | ast.Expr):
            said = not isinstance(node, ast.Expr) or isinstance(node.value, ast.Constant)
            kept.append(node if said else None)
        for one in kept:
            if one is not None:
                yield from ast.walk(one)


def _find_changes(node: ast.AST) -> Iterator[Callable[[Any], ast.AST]]:
    """What can be changed at a node itself."""
    if isinstance(node, ast.Compare):
        for at, operator in enumerate(node.ops):
            for other in _COMPARED[type(operator)]:
                yield lambda one, at=at, other=other: _put(one, "ops", at, other())
    elif isinstance(node, ast.BoolOp):
        yield lambda one: _set(one, "op", ast.Or() if isinstance(one.op, ast.And) else ast.And())
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.USub):
        yield lambda one: one.operand
    elif isinstance(node, ast.BinOp | ast.AugAssign) and type(node.op) in _COUNTED:
        yield lambda one: _set(one, "op", _COUNTED[type(one.op)]())
    elif isinstance(node, ast.If | ast.IfExp | ast.While):
        if not isinstance(node.test, ast.Compare | ast.UnaryOp):
            yield lambda one: _set(one, "test", ast.UnaryOp(ast.Not(), one.test))
    elif isinstance(node, ast.comprehension):
        for at, test in enumerate(node.ifs):
            if not isinstance(test, ast.Compare | ast.UnaryOp):
                yield lambda one, at=at: _put(one, "ifs", at, ast.UnaryOp(ast.Not(), one.ifs[at]))
    elif isinstance(node, ast.Break | ast.Continue):
        yield lambda one: ast.Continue() if isinstance(one, ast.Break) else ast.Break()
    elif isinstance(node, ast.Return) and node.value is not None and not _is_nothing(node.value):
        yield lambda one: _set(one, "value", ast.Constant(None))
    elif isinstance(node, ast.Constant):
        yield from _find_other_values(node.value)


def _find_other_values(value: object) -> Iterator[Callable[[Any], ast.AST]]:
    if isinstance(value, bool):
        yield lambda one: ast.Constant(not one.value)
    elif isinstance(value, int | float):
        yield lambda one: ast.Constant(one.value + 1)
    elif isinstance(value, str) and value:
        yield lambda one: ast.Constant(f"XX{one.value}")


def _is_nothing(node: ast.expr) -> bool:
    """Whether it counts as nothing, as None would in its place; True and False are changed by themselves."""
    return isinstance(node, ast.Constant) and not node.value


def _set(node: Any, name: str, value: object) -> ast.AST:
    setattr(node, name, value)
    changed: ast.AST = node
    return changed


def _put(node: Any, name: str, at: int, value: object) -> ast.AST:
    getattr(node, name)[at] = value
    changed: ast.AST = node
    return changed


def _find_rows(module: str, tree: ast.Module) -> Iterator[Mutant]:
    """One a row of each table of the module: a dict of its own with plain values, two of them different."""
    loaded = importlib.import_module(module)
    for node in tree.body:
        target = node.target if isinstance(node, ast.AnnAssign) else None
        if not isinstance(target, ast.Name) or not isinstance(node.value, ast.Dict):  # type: ignore[attr-defined]
            continue
        table = vars(loaded)[target.id]
        values = list(table.values())
        if len(set(map(repr, values))) < 2 or not all(isinstance(one, str | int | bool) for one in values):
            continue
        for row, key in enumerate(table):
            told = f"{key!r}: {table[key]!r} -> {_pick_other(table, key)!r}"
            yield Mutant(module, target.id, -1, row, target.lineno, told)


def _pick_other(table: dict[Any, Any], key: Any) -> object:
    """The next value in the table that is not the one of `key`."""
    keys = list(table)
    at = keys.index(key)
    return next(table[one] for one in keys[at + 1 :] + keys[:at] if table[one] != table[key])


def _find_code(code: CodeType, owner: str) -> CodeType:
    """The code of a function within that of its module."""
    found = code
    for name in owner.split("."):
        inner = [one for one in found.co_consts if isinstance(one, CodeType) and one.co_name == name]
        found = inner[-1]
    return found
