package dev.glassheap.kernel.interpreter;

import java.util.List;

/**
 * The language and its implementation, as {@code kernel_info_reply} tells them to a front end.
 *
 * @param implementation the implementation's name, e.g. {@code glassheap}
 * @param implementationVersion the implementation's version
 * @param banner what a console prints when it starts
 * @param name the language's name, e.g. {@code python}
 * @param version the language's version, e.g. {@code 3.11.7}
 * @param mimetype the MIME type of source files
 * @param fileExtension the extension of source files, with its dot
 * @param pygmentsLexer the Pygments lexer for static highlighting
 * @param codemirrorMode the editor's mode
 * @param nbconvertExporter the nbconvert exporter for scripts
 * @param helpLinks entries of the front end's Help menu
 */
public record LanguageInfo(
        String implementation,
        String implementationVersion,
        String banner,
        String name,
        String version,
        String mimetype,
        String fileExtension,
        String pygmentsLexer,
        CodemirrorMode codemirrorMode,
        String nbconvertExporter,
        List<HelpLink> helpLinks) {

    /** Copies the list. */
    public LanguageInfo {
        helpLinks = List.copyOf(helpLinks);
    }

    /**
     * A mode of the CodeMirror editor.
     *
     * @param name the mode, e.g. {@code ipython}
     * @param version the language's major version, e.g. 3
     */
    public record CodemirrorMode(String name, int version) {}

    /** An entry of the Help menu. */
    public record HelpLink(String text, String url) {}

    /**
     * Python 3 source files as Jupyter's tools know them: {@code text/x-python}, {@code .py}, the lexer {@code ipython3} and the
     * editor mode {@code ipython}.
     *
     * @param implementation the implementation's name
     * @param implementationVersion the implementation's version
     * @param languageVersion the Python version, e.g. {@code 3.11.7}
     * @param banner what a console prints when it starts
     */
    public static LanguageInfo python(
            String implementation, String implementationVersion, String languageVersion, String banner) {
        return new LanguageInfo(
                implementation,
                implementationVersion,
                banner,
                "python",
                languageVersion,
                "text/x-python",
                ".py",
                "ipython3",
                new CodemirrorMode("ipython", 3),
                "python",
                List.of(new HelpLink("Python 3.11 Reference", "https://docs.python.org/3.11")));
    }
}
