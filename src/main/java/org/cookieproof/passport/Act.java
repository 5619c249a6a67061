package org.cookieproof.passport;

import java.util.Optional;
import java.util.Set;
import org.cookieproof.http.Url;
import org.cookieproof.profile.Capability;

/** One thing that a user agent is told to do. */
sealed interface Act {

    /** What a profile must be able to do for it. */
    Set<Capability> needs();

    /** What the page goes on to ask for when it is shown already; empty where it does not. */
    default Optional<Url> goesOnTo() {
        return Optional.empty();
    }

    /**
     * Asks for a URL.
     *
     * @param from   the page it comes from; the URL itself where it is typed
     * @param start  what that page answers with; what the URL does where it is typed
     * @param served what the URL answers with
     */
    record Visit(Arrival by, Url from, Served start, Url to, Served served) implements Act {

        /** From a page with nothing on it but what leads to the URL. */
        Visit(Arrival by, Url from, Url to, Served served) {
            this(by, from, by == Arrival.TYPED ? served : by.start(to), to, served);
        }

        @Override
        public Set<Capability> needs() {
            return by.needs();
        }

        @Override
        public Optional<Url> goesOnTo() {
            return by.isTopLevel() ? Optional.empty() : Optional.of(to);
        }
    }

    /** Types a URL that leads to another over this many redirects. */
    record Chain(Url from, int hops, Url to) implements Act {
        @Override
        public Set<Capability> needs() {
            return Set.of(Capability.REDIRECTS);
        }

        Url hop(int number) {
            return number == hops ? to : Url.of(from.scheme(), from.host(), "/hop-" + number);
        }
    }

    /** Has a script of this page write {@code document.cookie}, and then put what it reads there into a request. */
    record Script(Url page, String writes, Url tells) implements Act {
        @Override
        public Set<Capability> needs() {
            return Set.of(Capability.SCRIPTS, Capability.IMAGES); // by which it tells
        }

        @Override
        public Optional<Url> goesOnTo() {
            return Optional.of(tells);
        }

        /** The page: by an image, since that is what every engine has. */
        Served served() {
            String write = writes.isEmpty() ? "" : "document.cookie = \"" + writes + "\"; ";
            return Served.page("<script>" + write + "new Image().src = \"" + tells
                    + "?\" + encodeURIComponent(document.cookie);</script>");
        }
    }

    /** Ends the user agent as a person does, and starts it again. */
    record Restart() implements Act {
        @Override
        public Set<Capability> needs() {
            return Set.of();
        }
    }

    /** The Back command. */
    record Back() implements Act {
        @Override
        public Set<Capability> needs() {
            return Set.of(Capability.HISTORY);
        }
    }

    /** A second tab beside the first, in which the next visits happen. */
    record OpenTab() implements Act {
        @Override
        public Set<Capability> needs() {
            return Set.of(Capability.TABS);
        }
    }

    /** Reads the jar through the driver. */
    record ReadJar() implements Act {
        @Override
        public Set<Capability> needs() {
            return Set.of(Capability.READABLE_JAR);
        }
    }

    /** Takes a picture of what is shown. */
    record TakeScreenshot() implements Act {
        @Override
        public Set<Capability> needs() {
            return Set.of(Capability.SCREENSHOTS);
        }
    }
}
