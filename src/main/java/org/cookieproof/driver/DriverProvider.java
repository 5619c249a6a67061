package org.cookieproof.driver;

/** Makes drivers of one technology. Found by {@link java.util.ServiceLoader}. */
public interface DriverProvider {

    /** As profiles name it in {@code driver:}, for example {@code playwright}. */
    String id();

    /** A driver for the calling thread. Cheap: what is slow starts at the first session. */
    UserAgentDriver create();
}
