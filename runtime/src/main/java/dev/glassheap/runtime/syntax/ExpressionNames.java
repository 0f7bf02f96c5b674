package dev.glassheap.runtime.syntax;

/** What error messages call an expression. */
final class ExpressionNames {

    private ExpressionNames() {}

    static String of(Expr expr) {
        return switch (expr) {
            case Expr.Attribute _ -> "attribute";
            case Expr.Subscript _ -> "subscript";
            case Expr.Starred _ -> "starred";
            case Expr.Name _ -> "name";
            case Expr.List _ -> "list";
            case Expr.Tuple _ -> "tuple";
            case Expr.Lambda _ -> "lambda";
            case Expr.Call _ -> "function call";
            case Expr.BoolOp _, Expr.BinOp _, Expr.UnaryOp _ -> "expression";
            case Expr.GeneratorExp _ -> "generator expression";
            case Expr.Yield _, Expr.YieldFrom _ -> "yield expression";
            case Expr.Await _ -> "await expression";
            case Expr.ListComp _ -> "list comprehension";
            case Expr.SetComp _ -> "set comprehension";
            case Expr.DictComp _ -> "dict comprehension";
            case Expr.Dict _ -> "dict literal";
            case Expr.Set _ -> "set display";
            case Expr.JoinedStr _, Expr.FormattedValue _ -> "f-string expression";
            case Expr.Constant constant -> ofConstant(constant.value());
            case Expr.Compare _ -> "comparison";
            case Expr.IfExp _ -> "conditional expression";
            case Expr.NamedExpr _ -> "named expression";
            case Expr.Slice _ -> "slice";
        };
    }

    private static String ofConstant(ConstantValue value) {
        return switch (value) {
            case ConstantValue.NoneValue _ -> "None";
            case ConstantValue.FalseValue _ -> "False";
            case ConstantValue.TrueValue _ -> "True";
            case ConstantValue.EllipsisValue _ -> "ellipsis";
            default -> "literal";
        };
    }
}
