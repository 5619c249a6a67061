package org.cookieproof.farm.wire;

/** Which cookies get a deletion line (T124252). */
public enum DeletionRule {
    /** Those that the client has, as its request or this response shows; MediaWiki's WebResponse does so since 2016. */
    KNOWN_TO_CLIENT {
        @Override
        boolean emits(boolean inRequest, boolean setBefore) {
            return inRequest || setBefore;
        }
    },
    /** All, since a deletion too many seemed harmless; simple clients take it for a cookie named "deleted". */
    ALWAYS {
        @Override
        boolean emits(boolean inRequest, boolean setBefore) {
            return true;
        }
    };

    abstract boolean emits(boolean inRequest, boolean setBefore);
}
