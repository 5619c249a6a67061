package org.cookieproof.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Role;
import org.cookieproof.evidence.ServerException;
import org.cookieproof.evidence.Severity;

/**
 * Gathers what one check finds: leaves out what the target excepts (the only place where exceptions count), and tells
 * a defect that shows in every page view once, with how often it was seen.
 */
final class Findings {

    private final Check check;
    private final Evidence evidence;
    private final Subjects subjects;
    private final Map<String, Seen> seen = new LinkedHashMap<>();

    private static final class Seen {
        final Finding first;
        int times = 1;

        Seen(Finding first) {
            this.first = first;
        }

        Finding told() {
            return times == 1
                    ? first
                    : new Finding(
                            first.check(),
                            first.source(),
                            first.severity(),
                            first.subject(),
                            first.expected(),
                            first.observed() + " (and " + (times - 1) + " more like it)",
                            first.exchange(),
                            first.header());
        }
    }

    Findings(Check check, Evidence evidence) {
        this.check = check;
        this.evidence = evidence;
        this.subjects = new Subjects(evidence);
    }

    void error(Place place, String expected, String observed) {
        add(Severity.ERROR, place, expected, observed);
    }

    void warning(Place place, String expected, String observed) {
        add(Severity.WARNING, place, expected, observed);
    }

    void add(Severity severity, Place place, String expected, String observed) {
        add(severity, subjects.page(place.exchange().url()), place, expected, observed);
    }

    /** For what shows on every page of a site and is one fault: the subject names the site and no page. */
    void addAtSite(Severity severity, Place place, String expected, String observed) {
        add(severity, subjects.site(place.exchange().url().host()), place, expected, observed);
    }

    private void add(Severity severity, String where, Place place, String expected, String observed) {
        var url = place.exchange().url();
        StringBuilder subject = new StringBuilder(where);
        if (!place.cookie().isEmpty()) {
            subject.append(" ").append(subjects.cookie(place.cookie()));
        }
        if (!place.aspect().isEmpty()) {
            subject.append(": ").append(place.aspect());
        }
        keep(
                new Finding(
                        check.id(),
                        check.source(),
                        severity,
                        subject.toString(),
                        expected,
                        observed,
                        OptionalInt.of(place.exchange().number()),
                        place.header()),
                url.host(),
                url.target(),
                place.cookie());
    }

    /**
     * Keeps a finding whose subject is the caller's to keep stable.
     *
     * @param host   where it is, for the target's exceptions
     * @param target of the request; {@code /} where it is about no request
     * @param cookie the cookie's name; empty where it is about none
     */
    void keep(Finding finding, String host, String target, String cookie) {
        if (isExcepted(host, target, cookie)) {
            return;
        }
        String key = finding.severity() + "\n" + finding.subject();
        Seen before = seen.putIfAbsent(key, new Seen(finding));
        if (before != null) {
            before.times++;
        }
    }

    List<Finding> list() {
        return seen.values().stream().map(Seen::told).toList();
    }

    Subjects subjects() {
        return subjects;
    }

    private boolean isExcepted(String host, String target, String cookie) {
        return check.side() == Check.Side.SERVER
                && evidence.exceptions().stream().anyMatch(e -> covers(e, host, target, cookie));
    }

    private boolean covers(ServerException exception, String host, String target, String cookie) {
        // One host can have several roles: an apex site is both 'parent' and, in a small target, 'first'.
        boolean inRole = evidence.sites().hosts().entrySet().stream()
                .anyMatch(e -> e.getValue().equalsIgnoreCase(host)
                        && exception.covers(check.id(), e.getKey(), target, cookie));
        // A host without a role can be excepted only by an exception for everywhere; which role is asked is all one.
        return inRole || (exception.roles().isEmpty() && exception.covers(check.id(), Role.FIRST, target, cookie));
    }
}
