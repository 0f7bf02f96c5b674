package dev.glassheap.runtime.syntax;

import static dev.glassheap.runtime.syntax.TokenKind.*;

import dev.glassheap.runtime.syntax.TokenStream.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code match} and its patterns: one family of rules that call each other, hence one file. */
final class PatternParser {

    private final Grammar grammar;
    private final TokenStream tokens;

    PatternParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    Stmt matchStmt() {
        int from = tokens.mark++;
        Expr subject = subjectExpr();
        if (subject != null && tokens.accept(COLON) && tokens.accept(NEWLINE) && tokens.accept(INDENT)) {
            List<MatchCase> cases = grammar.repeat(this::caseBlock);
            if (!cases.isEmpty() && tokens.accept(DEDENT)) {
                return new Stmt.Match(subject, List.copyOf(cases), tokens.spanFrom(from));
            }
        }
        tokens.mark = from;
        if (grammar.invalidRules) {
            grammar.invalidBlocks.matchStmt();
        }
        return null;
    }

    Expr subjectExpr() {
        int from = tokens.mark;
        Expr first = grammar.expressions.starNamedExpression();
        if (first != null && tokens.accept(COMMA)) {
            List<Expr> elements = new ArrayList<>();
            elements.add(first);
            List<Expr> others = tokens.attempt(grammar.expressions::starNamedExpressions);
            if (others != null) {
                elements.addAll(others);
            }
            return new Expr.Tuple(List.copyOf(elements), ExprContext.LOAD, tokens.spanFrom(from));
        }
        tokens.mark = from;
        return grammar.expressions.namedExpression();
    }

    private MatchCase caseBlock() {
        if (grammar.invalidRules) {
            grammar.invalidBlocks.caseBlock();
        }
        if (tokens.expectSoftKeyword("case") == null) {
            return null;
        }
        Pattern pattern = patterns();
        if (pattern == null) {
            return null;
        }
        Optional<Expr> guard = guard();
        List<Stmt> body = tokens.accept(COLON) ? grammar.statements.block() : null;
        return body == null ? null : new MatchCase(pattern, guard, body);
    }

    Optional<Expr> guard() {
        return grammar.optionalAfter(IF, grammar.expressions::namedExpression);
    }

    Pattern patterns() {
        int from = tokens.mark;
        List<Pattern> open = tokens.attempt(this::openSequencePattern);
        return open != null ? new Pattern.MatchSequence(open, tokens.spanFrom(from)) : pattern();
    }

    private Pattern pattern() {
        int from = tokens.mark;
        Pattern inner = orPattern();
        if (inner != null && tokens.accept(AS)) {
            Expr.Name target = patternCaptureTarget();
            if (target != null) {
                return new Pattern.MatchAs(Optional.of(inner), Optional.of(target.id()), tokens.spanFrom(from));
            }
        }
        tokens.mark = from;
        if (grammar.invalidRules) {
            invalidAsPattern();
            tokens.mark = from;
        }
        return orPattern();
    }

    private void invalidAsPattern() {
        if (orPattern() == null || !tokens.accept(AS)) {
            return;
        }
        if (tokens.atSoftKeyword("_")) {
            throw grammar.errors.raise(tokens.peek(), "cannot use '_' as a target");
        }
        Expr target = tokens.at(NAME) ? null : grammar.expressions.expression();
        if (target != null) {
            throw grammar.errors.raise(target, "invalid pattern target");
        }
    }

    private Pattern orPattern() {
        int from = tokens.mark;
        List<Pattern> found = grammar.gather(this::closedPattern, VBAR);
        if (found == null || found.size() == 1) {
            return found == null ? null : found.getFirst();
        }
        return new Pattern.MatchOr(List.copyOf(found), tokens.spanFrom(from));
    }

    private Pattern closedPattern() {
        return tokens.memoized(Rule.CLOSED_PATTERN, () -> switch (tokens.kind()) {
            case NUMBER, MINUS, STRING, NONE, TRUE, FALSE -> literalPattern();
            case NAME -> nameOrClassPattern();
            case LPAR -> {
                Pattern group = tokens.attempt(this::groupPattern);
                yield group != null ? group : sequencePattern();
            }
            case LSQB -> sequencePattern();
            case LBRACE -> mappingPattern();
            default -> null;
        });
    }

    private Pattern literalPattern() {
        int from = tokens.mark;
        ConstantValue singleton = singleton();
        if (singleton != null) {
            tokens.mark++;
            return new Pattern.MatchSingleton(singleton, tokens.spanFrom(from));
        }
        Expr value = numberOrString();
        return value == null ? null : new Pattern.MatchValue(value, tokens.spanFrom(from));
    }

    private ConstantValue singleton() {
        return switch (tokens.kind()) {
            case NONE -> ConstantValue.NONE;
            case TRUE -> ConstantValue.TRUE;
            case FALSE -> ConstantValue.FALSE;
            default -> null;
        };
    }

    private Expr literalExpr() {
        int from = tokens.mark;
        ConstantValue singleton = singleton();
        if (singleton != null) {
            tokens.mark++;
            return new Expr.Constant(singleton, tokens.spanFrom(from));
        }
        return numberOrString();
    }

    private Expr numberOrString() {
        if (tokens.at(STRING)) {
            return grammar.strings.strings();
        }
        int from = tokens.mark;
        Expr real = signedNumber();
        boolean complex = real != null && (tokens.at(PLUS) || tokens.at(MINUS));
        if (!complex) {
            return real;
        }
        requireComplex(real, false);
        Operator op = tokens.accept(PLUS) ? Operator.ADD : Operator.SUB;
        if (op == Operator.SUB) {
            tokens.mark++;
        }
        Expr imaginary = grammar.atoms.number();
        if (imaginary == null) {
            return null;
        }
        requireComplex(imaginary, true);
        return new Expr.BinOp(real, op, imaginary, tokens.spanFrom(from));
    }

    private Expr signedNumber() {
        int from = tokens.mark;
        if (!tokens.accept(MINUS)) {
            return grammar.atoms.number();
        }
        Expr number = grammar.atoms.number();
        return number == null ? null : new Expr.UnaryOp(Expr.UnaryOp.Op.U_SUB, number, tokens.spanFrom(from));
    }

    private void requireComplex(Expr number, boolean wanted) {
        Expr literal = number instanceof Expr.UnaryOp negative ? negative.operand() : number;
        boolean imaginary = literal instanceof Expr.Constant constant
                && constant.value() instanceof ConstantValue.ComplexValue;
        if (imaginary != wanted) {
            throw grammar.errors.raise(
                    literal, (wanted ? "imaginary" : "real") + " number required in complex literal");
        }
    }

    private Expr.Name patternCaptureTarget() {
        int from = tokens.mark;
        Expr.Name name = tokens.atSoftKeyword("_") ? null : grammar.name();
        if (name == null || continuesName()) {
            tokens.mark = from;
            return null;
        }
        return name;
    }

    private boolean continuesName() {
        return tokens.at(DOT) || tokens.at(LPAR) || tokens.at(EQUAL);
    }

    /** Capture, wildcard, value, or class pattern. */
    private Pattern nameOrClassPattern() {
        int from = tokens.mark;
        Expr.Name capture = patternCaptureTarget();
        if (capture != null) {
            return new Pattern.MatchAs(Optional.empty(), Optional.of(capture.id()), tokens.spanFrom(from));
        }
        Pattern wildcard = wildcardPattern();
        if (wildcard != null) {
            return wildcard;
        }
        Expr name = nameOrAttr();
        if (name instanceof Expr.Attribute && !continuesName()) {
            return new Pattern.MatchValue(name, tokens.spanFrom(from));
        }
        tokens.mark = from;
        return classPattern();
    }

    private Pattern wildcardPattern() {
        int from = tokens.mark;
        return tokens.expectSoftKeyword("_") == null
                ? null
                : new Pattern.MatchAs(Optional.empty(), Optional.empty(), tokens.spanFrom(from));
    }

    private Expr nameOrAttr() {
        int from = tokens.mark;
        Expr name = grammar.name();
        while (name != null) {
            int before = tokens.mark;
            Token attr = tokens.accept(DOT) ? tokens.expect(NAME) : null;
            if (attr == null) {
                tokens.mark = before;
                return name;
            }
            name = new Expr.Attribute(name, attr.text(), ExprContext.LOAD, tokens.spanFrom(from));
        }
        return null;
    }

    private Pattern groupPattern() {
        tokens.mark++;
        Pattern inner = pattern();
        return inner != null && tokens.accept(RPAR) ? inner : null;
    }

    private Pattern sequencePattern() {
        int from = tokens.mark;
        boolean list = tokens.accept(LSQB);
        if (!list) {
            tokens.mark++;
        }
        List<Pattern> found = tokens.attempt(list ? this::maybeSequencePattern : this::openSequencePattern);
        return tokens.accept(list ? RSQB : RPAR)
                ? new Pattern.MatchSequence(found == null ? List.of() : found, tokens.spanFrom(from))
                : null;
    }

    private List<Pattern> openSequencePattern() {
        Pattern first = maybeStarPattern();
        if (first == null || !tokens.accept(COMMA)) {
            return null;
        }
        List<Pattern> found = new ArrayList<>();
        found.add(first);
        List<Pattern> others = tokens.attempt(this::maybeSequencePattern);
        if (others != null) {
            found.addAll(others);
        }
        return List.copyOf(found);
    }

    private List<Pattern> maybeSequencePattern() {
        List<Pattern> found = grammar.gather(this::maybeStarPattern, COMMA);
        if (found == null) {
            return null;
        }
        tokens.accept(COMMA);
        return List.copyOf(found);
    }

    private Pattern maybeStarPattern() {
        return tokens.at(STAR) ? starPattern() : pattern();
    }

    private Pattern starPattern() {
        int from = tokens.mark++;
        Expr.Name target = patternCaptureTarget();
        if (target == null && wildcardPattern() == null) {
            return null;
        }
        return new Pattern.MatchStar(Optional.ofNullable(target).map(Expr.Name::id), tokens.spanFrom(from));
    }

    private record KeyPattern(Expr key, Pattern pattern) {}

    private Pattern mappingPattern() {
        int from = tokens.mark++;
        List<KeyPattern> items = grammar.gather(this::keyValuePattern, COMMA);
        int afterItems = tokens.mark;
        Optional<String> rest = Optional.empty();
        if (items == null || tokens.accept(COMMA)) {
            Expr.Name target = tokens.accept(DOUBLESTAR) ? patternCaptureTarget() : null;
            rest = Optional.ofNullable(target).map(Expr.Name::id);
            if (target == null) {
                tokens.mark = afterItems;
            }
        }
        if (items != null || rest.isPresent()) {
            tokens.accept(COMMA);
        }
        if (!tokens.accept(RBRACE)) {
            return null;
        }
        List<KeyPattern> found = items == null ? List.of() : items;
        return new Pattern.MatchMapping(found.stream().map(KeyPattern::key).toList(),
                found.stream().map(KeyPattern::pattern).toList(), rest, tokens.spanFrom(from));
    }

    private KeyPattern keyValuePattern() {
        Expr key = tokens.at(NAME) ? nameOrAttr() : literalExpr();
        if (key == null || key instanceof Expr.Name || !tokens.accept(COLON)) {
            return null;
        }
        Pattern value = pattern();
        return value == null ? null : new KeyPattern(key, value);
    }

    private Pattern classPattern() {
        int from = tokens.mark;
        Expr cls = nameOrAttr();
        if (cls != null && tokens.accept(LPAR)) {
            List<Pattern> positional = grammar.gather(this::positionalPattern, COMMA);
            int before = tokens.mark;
            List<KeyPattern> keywords = null;
            if (positional == null || tokens.accept(COMMA)) {
                keywords = grammar.gather(this::keywordPattern, COMMA);
                if (keywords == null) {
                    tokens.mark = before;
                }
            }
            if (positional != null || keywords != null) {
                tokens.accept(COMMA);
            }
            if (tokens.accept(RPAR)) {
                List<KeyPattern> named = keywords == null ? List.of() : keywords;
                return new Pattern.MatchClass(cls, positional == null ? List.of() : List.copyOf(positional),
                        named.stream().map(keyword -> ((Expr.Name) keyword.key()).id()).toList(),
                        named.stream().map(KeyPattern::pattern).toList(), tokens.spanFrom(from));
            }
        }
        tokens.mark = from;
        if (grammar.invalidRules) {
            invalidClassPattern();
        }
        return null;
    }

    private Pattern positionalPattern() {
        return pattern();
    }

    private KeyPattern keywordPattern() {
        Expr.Name name = grammar.name();
        if (name == null || !tokens.accept(EQUAL)) {
            return null;
        }
        Pattern value = pattern();
        return value == null ? null : new KeyPattern(name, value);
    }

    private void invalidClassPattern() {
        if (nameOrAttr() == null || !tokens.accept(LPAR)) {
            return;
        }
        grammar.matches(() -> grammar.gather(this::positionalPattern, COMMA) != null && tokens.accept(COMMA));
        if (grammar.gather(this::keywordPattern, COMMA) == null || !tokens.accept(COMMA)) {
            return;
        }
        List<Pattern> late = grammar.gather(this::positionalPattern, COMMA);
        if (late != null) {
            throw grammar.errors.raise(late.getFirst(), late.getLast(), "positional patterns follow keyword patterns");
        }
    }
}
