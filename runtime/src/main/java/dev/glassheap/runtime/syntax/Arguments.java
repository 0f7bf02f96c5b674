package dev.glassheap.runtime.syntax;

import java.util.List;
import java.util.Optional;

/**
 * The parameters of a function.
 *
 * @param posonlyargs those before {@code /}
 * @param args positional-or-keyword parameters
 * @param kwDefaults one entry for each of {@code kwonlyargs}; absent: the argument is required
 * @param defaults those of the last parameters of {@code posonlyargs + args}
 */
public record Arguments(
        List<Arg> posonlyargs,
        List<Arg> args,
        Optional<Arg> vararg,
        List<Arg> kwonlyargs,
        List<Optional<Expr>> kwDefaults,
        Optional<Arg> kwarg,
        List<Expr> defaults) {

    public static final Arguments NONE =
            new Arguments(List.of(), List.of(), Optional.empty(), List.of(), List.of(), Optional.empty(), List.of());
}
