package dev.glassheap.runtime.syntax;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of tokens; keywords are kinds of their own, soft keywords ({@code match}, {@code case}, {@code _}) are names. */
enum TokenKind {
    ENDMARKER, NAME, NUMBER, STRING, NEWLINE, INDENT, DEDENT, ERRORTOKEN,
    /** A character that no rule of the grammar uses: {@code $ ? ! `}. */
    OP,

    LPAR("("), RPAR(")"), LSQB("["), RSQB("]"), LBRACE("{"), RBRACE("}"),
    COLON(":"), COMMA(","), SEMI(";"), DOT("."), ELLIPSIS("..."), EQUAL("="), COLONEQUAL(":="), RARROW("->"), AT("@"),
    PLUS("+"), MINUS("-"), STAR("*"), SLASH("/"), VBAR("|"), AMPER("&"), LESS("<"), GREATER(">"), PERCENT("%"),
    EQEQUAL("=="), NOTEQUAL("!="), LESSEQUAL("<="), GREATEREQUAL(">="), TILDE("~"), CIRCUMFLEX("^"),
    LEFTSHIFT("<<"), RIGHTSHIFT(">>"), DOUBLESTAR("**"), DOUBLESLASH("//"),
    PLUSEQUAL("+="), MINEQUAL("-="), STAREQUAL("*="), SLASHEQUAL("/="), PERCENTEQUAL("%="), AMPEREQUAL("&="),
    VBAREQUAL("|="), CIRCUMFLEXEQUAL("^="), LEFTSHIFTEQUAL("<<="), RIGHTSHIFTEQUAL(">>="), DOUBLESTAREQUAL("**="),
    DOUBLESLASHEQUAL("//="), ATEQUAL("@="),

    FALSE("False"), NONE("None"), TRUE("True"), AND("and"), AS("as"), ASSERT("assert"), ASYNC("async"), AWAIT("await"),
    BREAK("break"), CLASS("class"), CONTINUE("continue"), DEF("def"), DEL("del"), ELIF("elif"), ELSE("else"),
    EXCEPT("except"), FINALLY("finally"), FOR("for"), FROM("from"), GLOBAL("global"), IF("if"), IMPORT("import"), IN("in"),
    IS("is"), LAMBDA("lambda"), NONLOCAL("nonlocal"), NOT("not"), OR("or"), PASS("pass"), RAISE("raise"), RETURN("return"),
    TRY("try"), WHILE("while"), WITH("with"), YIELD("yield");

    private static final Map<String, TokenKind> KEYWORDS = Arrays.stream(values())
            .filter(kind -> !kind.text.isEmpty() && Character.isLetter(kind.text.charAt(0)))
            .collect(Collectors.toUnmodifiableMap(kind -> kind.text, Function.identity()));

    private static final Map<String, TokenKind> OPERATORS = Arrays.stream(values())
            .filter(kind -> !kind.text.isEmpty() && !Character.isLetter(kind.text.charAt(0)))
            .collect(Collectors.toUnmodifiableMap(kind -> kind.text, Function.identity()));

    private final String text;

    TokenKind() {
        this("");
    }

    TokenKind(String text) {
        this.text = text;
    }

    /** As written; empty when the kind does not fix it. */
    String text() {
        return text;
    }

    static TokenKind ofWord(String word) {
        return KEYWORDS.getOrDefault(word, NAME);
    }

    static Optional<TokenKind> ofOperator(String symbol) {
        return Optional.ofNullable(OPERATORS.get(symbol));
    }
}
