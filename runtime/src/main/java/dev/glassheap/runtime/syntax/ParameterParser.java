package dev.glassheap.runtime.syntax;

import static dev.glassheap.runtime.syntax.TokenKind.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parameter lists. Those of {@code def} end at a parenthesis and may be annotated, those of {@code lambda} end at a colon;
 * otherwise they are the same rules.
 */
final class ParameterParser {

    private final Grammar grammar;
    private final TokenStream tokens;
    private final boolean lambda;
    private final TokenKind end;
    private final InvalidParameters invalid;

    ParameterParser(Grammar grammar, boolean lambda) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
        this.lambda = lambda;
        this.end = lambda ? COLON : RPAR;
        this.invalid = new InvalidParameters(grammar, this, lambda);
    }

    /** A parameter and, if it has one, its default. */
    record Parameter(Arg arg, Optional<Expr> defaultValue) {}

    /** From the first star on. */
    private record StarEtc(Optional<Arg> vararg, List<Parameter> kwonly, Optional<Arg> kwarg) {}

    Arguments params() {
        if (grammar.invalidRules) {
            invalid.parameters();
        }
        return parameters();
    }

    private Arguments parameters() {
        int from = tokens.mark;
        List<Parameter> positionalOnly = tokens.attempt(this::slashNoDefault);
        List<Parameter> positional = new ArrayList<>();
        if (positionalOnly != null) {
            positional.addAll(grammar.repeat(this::paramNoDefault));
        } else {
            positionalOnly = tokens.attempt(this::slashWithDefault);
            if (positionalOnly == null) {
                positionalOnly = List.of();
                positional.addAll(grammar.repeat(this::paramNoDefault));
            }
        }
        positional.addAll(grammar.repeat(this::paramWithDefault));
        StarEtc star = tokens.attempt(this::starEtc);
        if (tokens.mark == from) {
            return null;
        }
        return arguments(positionalOnly, positional,
                star == null ? new StarEtc(Optional.empty(), List.of(), Optional.empty()) : star);
    }

    private static Arguments arguments(List<Parameter> positionalOnly, List<Parameter> positional, StarEtc star) {
        List<Expr> defaults = new ArrayList<>();
        positionalOnly.forEach(parameter -> parameter.defaultValue().ifPresent(defaults::add));
        positional.forEach(parameter -> parameter.defaultValue().ifPresent(defaults::add));
        return new Arguments(args(positionalOnly), args(positional), star.vararg(), args(star.kwonly()),
                star.kwonly().stream().map(Parameter::defaultValue).toList(), star.kwarg(), List.copyOf(defaults));
    }

    private static List<Arg> args(List<Parameter> parameters) {
        return parameters.stream().map(Parameter::arg).toList();
    }

    List<Parameter> slashNoDefault() {
        List<Parameter> before = grammar.repeat(this::paramNoDefault);
        return !before.isEmpty() && slash() ? before : null;
    }

    List<Parameter> slashWithDefault() {
        List<Parameter> before = grammar.repeat(this::paramNoDefault);
        List<Parameter> withDefault = grammar.repeat(this::paramWithDefault);
        before.addAll(withDefault);
        return !withDefault.isEmpty() && slash() ? before : null;
    }

    private boolean slash() {
        return tokens.accept(SLASH) && commaOrEnd();
    }

    private boolean commaOrEnd() {
        return tokens.accept(COMMA) || tokens.at(end);
    }

    private StarEtc starEtc() {
        if (grammar.invalidRules) {
            invalid.starEtc();
        }
        if (!tokens.at(STAR)) {
            Arg kwarg = kwds();
            return kwarg == null ? null : new StarEtc(Optional.empty(), List.of(), Optional.of(kwarg));
        }
        tokens.mark++;
        Parameter vararg = tokens.attempt(this::paramNoDefault);
        if (vararg == null && !lambda) {
            vararg = tokens.attempt(this::paramNoDefaultStarAnnotation);
        }
        if (vararg == null && !tokens.accept(COMMA)) {
            return null;
        }
        List<Parameter> kwonly = grammar.repeat(this::paramMaybeDefault);
        if (vararg == null && kwonly.isEmpty()) {
            return null;
        }
        Arg kwarg = tokens.attempt(this::kwds);
        return new StarEtc(Optional.ofNullable(vararg).map(Parameter::arg), kwonly, Optional.ofNullable(kwarg));
    }

    private Arg kwds() {
        if (grammar.invalidRules) {
            invalid.kwds();
        }
        if (!tokens.accept(DOUBLESTAR)) {
            return null;
        }
        Parameter kwarg = paramNoDefault();
        return kwarg == null ? null : kwarg.arg();
    }

    Parameter paramNoDefault() {
        Arg arg = param();
        return arg != null && commaOrEnd() ? new Parameter(arg, Optional.empty()) : null;
    }

    private Parameter paramNoDefaultStarAnnotation() {
        int from = tokens.mark;
        Token name = tokens.expect(NAME);
        if (name == null || !tokens.accept(COLON)) {
            return null;
        }
        Expr annotation = grammar.expressions.starExpression();
        if (annotation == null) {
            return null;
        }
        Arg arg = new Arg(name.text(), Optional.of(annotation), tokens.spanFrom(from));
        return commaOrEnd() ? new Parameter(arg, Optional.empty()) : null;
    }

    Parameter paramWithDefault() {
        Arg arg = param();
        Expr value = arg == null ? null : defaultValue();
        return value != null && commaOrEnd() ? new Parameter(arg, Optional.of(value)) : null;
    }

    Parameter paramMaybeDefault() {
        Arg arg = param();
        if (arg == null) {
            return null;
        }
        Optional<Expr> value = Optional.ofNullable(tokens.attempt(this::defaultValue));
        return commaOrEnd() ? new Parameter(arg, value) : null;
    }

    Arg param() {
        int from = tokens.mark;
        Token name = tokens.expect(NAME);
        if (name == null) {
            return null;
        }
        Optional<Expr> annotation =
                lambda ? Optional.empty() : grammar.optionalAfter(COLON, grammar.expressions::expression);
        return new Arg(name.text(), annotation, tokens.spanFrom(from));
    }

    private Expr defaultValue() {
        int from = tokens.mark;
        if (!tokens.accept(EQUAL)) {
            return null;
        }
        Expr value = grammar.expressions.expression();
        if (value == null && grammar.invalidRules) {
            tokens.mark = from;
            invalid.defaultValue();
        }
        return value;
    }
}
