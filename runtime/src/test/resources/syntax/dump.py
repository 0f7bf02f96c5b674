"""Dumps syntax trees in the format of AstDump.java: for every path on standard input one line on standard output.

Columns are code points; CPython counts UTF-8 bytes.
"""
import ast
import struct
import sys

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


if __name__ == "__main__":
    import warnings
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(50000)
    for path in sys.stdin.read().splitlines():
        with open(path, encoding="utf-8", newline="") as file:
            source = file.read()
        try:
            print(Dumper(source).dump(ast.parse(source)))
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            print("ERROR", type(error).__name__, ascii(str(error)))
