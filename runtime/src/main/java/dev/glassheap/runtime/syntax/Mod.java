package dev.glassheap.runtime.syntax;

import java.util.List;

/** What a whole source text is: the three start symbols of the grammar. */
public sealed interface Mod {

    /** {@code exec} mode: a file or a notebook cell. */
    record Module(List<Stmt> body) implements Mod {}

    /** {@code single} mode: one interactive statement; values of expression statements are displayed. */
    record Interactive(List<Stmt> body) implements Mod {}

    /** {@code eval} mode. */
    record Expression(Expr body) implements Mod {}
}
