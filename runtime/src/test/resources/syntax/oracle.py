"""Asks CPython 3.11 what the tests compare with: for every source on standard input one line on standard output.

Sources come one a line, as base64 of UTF-8; the only argument says what is asked:

    ast     the tree, in the format of AstDump.java; columns in code points (CPython counts UTF-8 bytes)
    errors  OK, or the exception's type, message, line, offset, end line, end offset and text, separated by tabs
    shapes  the code objects, in the format of ShapeDump.java, separated by " ## "
"""
import ast
import base64
import struct
import sys
import types
import warnings

SKIPPED = {"type_comment", "type_ignores"}


def text(points):
    return '"' + "".join(chr(c) if 32 <= c <= 126 and c not in (34, 92) else "\\{%x}" % c for c in points) + '"'


def double(value):
    return "7ff8000000000000" if value != value else "%x" % struct.unpack(">Q", struct.pack(">d", value))[0]


def constant(value):
    if value is None or value is True or value is False:
        return str(value)
    if value is Ellipsis:
        return "Ellipsis"
    if type(value) is int:
        return "int:%x" % value
    if type(value) is float:
        return "float:" + double(value)
    if type(value) is complex:
        return "complex:" + double(value.real) + ":" + double(value.imag)
    if type(value) is str:
        return text(map(ord, value))
    if type(value) is bytes:
        return "b" + text(value)
    return type(value).__name__ + "(" + ", ".join(map(constant, value)) + ")"


class Dumper:
    def __init__(self, source):
        self.lines = [line.encode("utf-8", "surrogatepass") for line in source.replace("\r\n", "\n").replace("\r", "\n").split("\n")]

    def column(self, line, column):
        raw = self.lines[line - 1] if 0 < line <= len(self.lines) else b""
        if raw.isascii():
            return column
        return len(raw[:column].decode("utf-8", "replace")) + max(0, column - len(raw))

    def dump(self, node):
        if node is None:
            return "None"
        if isinstance(node, list):
            return "[" + ", ".join(map(self.dump, node)) + "]"
        if isinstance(node, str):
            return text(map(ord, node))
        if isinstance(node, int):
            return str(int(node))
        if isinstance(node, (ast.operator, ast.unaryop, ast.boolop, ast.cmpop, ast.expr_context)):
            return type(node).__name__
        fields = []
        for name in node._fields:
            if name in SKIPPED:
                continue
            value = getattr(node, name)
            is_constant = isinstance(node, (ast.Constant, ast.MatchSingleton)) and name == "value"
            fields.append(name + "=" + (constant(value) if is_constant else self.dump(value)))
        out = type(node).__name__ + "(" + ", ".join(fields) + ")"
        if hasattr(node, "lineno"):
            out += "@%d:%d-%d:%d" % (
                node.lineno, self.column(node.lineno, node.col_offset),
                node.end_lineno, self.column(node.end_lineno, node.end_col_offset))
        return out



def tree(source):
    try:
        return Dumper(source).dump(ast.parse(source))
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return "ERROR " + type(error).__name__


def escape(value):
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


def errors(source):
    """None becomes 0 in numbers and "None" as text."""
    try:
        compile(source, "<case>", "exec", dont_inherit=True)
        return "OK"
    except SyntaxError as error:
        numbers = (error.lineno, error.offset, error.end_lineno, error.end_offset)
        text = "None" if error.text is None else escape(error.text)
        return "\t".join([type(error).__name__, escape(error.msg), *(str(n or 0) for n in numbers), text])
    except (RecursionError, MemoryError) as error:
        return "\t".join([type(error).__name__, escape(str(error)), "0", "0", "0", "0", "None"])


def shape_constant(value):
    if isinstance(value, types.CodeType):
        return "code"
    if type(value) is frozenset:
        return "frozenset(" + ", ".join(sorted(map(shape_constant, value))) + ")"
    if type(value) is tuple:
        return "tuple(" + ", ".join(map(shape_constant, value)) + ")"
    return constant(value)


def names(values):
    return "[" + ", ".join(values) + "]"


def shape(code):
    return " | ".join([
        code.co_qualname, "line %d" % code.co_firstlineno, "stack %d" % code.co_stacksize,
        "units %d" % (len(code.co_code) // 2), "bytes %d" % sys.getsizeof(code), "flags %d" % code.co_flags,
        "args %d %d %d" % (code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount),
        "names " + names(code.co_names), "varnames " + names(code.co_varnames),
        "cells " + names(code.co_cellvars), "frees " + names(code.co_freevars),
        "consts " + names(map(shape_constant, code.co_consts))])


def shapes(source):
    def walk(code):
        yield shape(code)
        for value in code.co_consts:
            if isinstance(value, types.CodeType):
                yield from walk(value)

    try:
        return " ## ".join(walk(compile(source, "<case>", "exec", dont_inherit=True, optimize=0)))
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return "ERROR " + type(error).__name__


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(5000 if sys.argv[1] == "ast" else 1000)
    question = {"ast": tree, "errors": errors, "shapes": shapes}[sys.argv[1]]
    for line in sys.stdin.read().split("\n"):
        print(question(base64.b64decode(line).decode("utf-8", "surrogatepass")))
