package org.cookieproof.evidence;

import java.util.Objects;

/**
 * One played step.
 *
 * @param index     from 1, as in {@link org.cookieproof.http.Exchange#step()}
 * @param title     as a person reads it: {@code log-in as alice at first}
 * @param position  where it stands: {@code scenarios/logout/everywhere.yaml:12}
 * @param jarAfter  the user agent's own account of its jar when the step had ended
 */
public record StepRecord(int index, String title, String position, Jar jarAfter) {

    public StepRecord {
        Objects.requireNonNull(title);
        Objects.requireNonNull(position);
        Objects.requireNonNull(jarAfter);
    }
}
