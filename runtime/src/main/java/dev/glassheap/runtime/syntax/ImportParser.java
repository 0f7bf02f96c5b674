package dev.glassheap.runtime.syntax;

import static dev.glassheap.runtime.syntax.TokenKind.*;

import java.util.List;
import java.util.Optional;

/** Both forms of import. */
final class ImportParser {

    private final Grammar grammar;
    private final TokenStream tokens;

    ImportParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    Stmt importStmt(int from) {
        return tokens.accept(IMPORT) ? importName(from) : importFrom(from);
    }

    private Stmt importName(int from) {
        List<Alias> names = grammar.gather(this::dottedAsName, COMMA);
        return names == null ? null : new Stmt.Import(List.copyOf(names), tokens.spanFrom(from));
    }

    private Alias dottedAsName() {
        int from = tokens.mark;
        String name = dottedName();
        return name == null ? null : alias(name, from);
    }

    private Alias alias(String name, int from) {
        Optional<String> asname = grammar.optionalAfter(AS, grammar::name).map(Expr.Name::id);
        return new Alias(name, asname, tokens.spanFrom(from));
    }

    private String dottedName() {
        Token first = tokens.expect(NAME);
        if (first == null) {
            return null;
        }
        StringBuilder name = new StringBuilder(first.text());
        for (Optional<Expr.Name> next = grammar.optionalAfter(DOT, grammar::name);
                next.isPresent();
                next = grammar.optionalAfter(DOT, grammar::name)) {
            name.append('.').append(next.get().id());
        }
        return name.toString();
    }

    private Stmt importFrom(int from) {
        tokens.mark++;
        int level = 0;
        while (tokens.at(DOT) || tokens.at(ELLIPSIS)) {
            level += tokens.at(DOT) ? 1 : 3;
            tokens.mark++;
        }
        String module = dottedName();
        if (module == null && level == 0 || !tokens.accept(IMPORT)) {
            return null;
        }
        List<Alias> names = targets();
        return names == null
                ? null
                : new Stmt.ImportFrom(Optional.ofNullable(module), List.copyOf(names), level, tokens.spanFrom(from));
    }

    private List<Alias> targets() {
        int from = tokens.mark;
        if (tokens.accept(LPAR)) {
            List<Alias> names = asNames();
            if (names != null) {
                tokens.accept(COMMA);
                if (tokens.accept(RPAR)) {
                    return names;
                }
            }
            return null;
        }
        if (tokens.accept(STAR)) {
            return List.of(new Alias("*", Optional.empty(), tokens.spanFrom(from)));
        }
        List<Alias> names = asNames();
        if (names != null && !tokens.at(COMMA)) {
            return names;
        }
        if (names != null && grammar.invalidRules && tokens.accept(COMMA) && tokens.accept(NEWLINE)) {
            throw grammar.errors.raiseHere("trailing comma not allowed without surrounding parentheses");
        }
        return null;
    }

    private List<Alias> asNames() {
        return grammar.gather(() -> {
            int from = tokens.mark;
            Token name = tokens.expect(NAME);
            return name == null ? null : alias(name.text(), from);
        }, COMMA);
    }
}
