package org.cookieproof.farm.wire;

/** Text that is safe in HTML, in elements and in quoted attributes. */
public final class Html {

    private Html() {}

    /** Escapes all five characters that could end a text or an attribute. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#039;");
    }
}
