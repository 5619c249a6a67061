package org.cookieproof.cli;

/** What stands on stdout after a run, as typed on the command line. */
@SuppressWarnings("JavaLangClash")
enum OutputFormat {
    /** The matrix, the findings and the ledger, for a person. */
    text,
    /** The same, with an annotation for each finding, which GitHub shows beside the scenario's line. */
    github,
    /** {@code junit.xml} and nothing else. */
    junit,
    /** One result a line, as in {@code results.jsonl}, and nothing else. */
    json;

    static final String OPTION = "--format";

    static final String DESCRIPTION =
            "What is printed on stdout: ${COMPLETION-CANDIDATES}; junit and json print nothing"
                    + " else there (default: ${DEFAULT-VALUE}).";

    /** Whether stdout is for a machine alone. */
    boolean isPure() {
        return this == junit || this == json;
    }
}
