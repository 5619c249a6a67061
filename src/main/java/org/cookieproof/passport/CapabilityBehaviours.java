package org.cookieproof.passport;

import static org.cookieproof.passport.Hosts.first;
import static org.cookieproof.passport.Hosts.other;
import static org.cookieproof.passport.Hosts.third;

import java.util.List;
import org.cookieproof.http.Url;
import org.cookieproof.profile.Capability;

/** Whether a profile can do what its {@code can:} says; all of it but {@code headed}, which wants a display. */
final class CapabilityBehaviours {

    private static final String SOURCE = "browsers/README.md, can:";

    private CapabilityBehaviours() {}

    static List<Behaviour> all() {
        String thirdParty = "a=1; Path=/; Secure; SameSite=None";
        // To some that have third-party cookies None is Strict, or nothing at all.
        String unmarked = "b=1; Path=/; Secure";
        return List.of(
                can(Capability.SCRIPTS)
                        .act(new Act.Script(first("/page"), "a=1; Path=/", first("/told")))
                        .ask(first("/asked"))
                        .verifies(Capability.SCRIPTS, Reading.ANY_COOKIE),
                can(Capability.IMAGES)
                        .by(Arrival.IMAGE, first("/page"), first("/asked"))
                        .verifies(Capability.IMAGES, Reading.ASKED),
                can(Capability.FORMS)
                        .by(Arrival.FORM, first("/page"), first("/asked"))
                        .verifies(Capability.FORMS, Reading.ASKED),
                can(Capability.REDIRECTS)
                        .by(Arrival.REDIRECT, first("/page"), first("/asked"))
                        .verifies(Capability.REDIRECTS, Reading.ASKED),
                can(Capability.LONG_REDIRECT_CHAINS)
                        .act(new Act.Chain(first("/hop-0"), 19, first("/asked")))
                        .verifies(Capability.LONG_REDIRECT_CHAINS, Reading.ASKED),
                can(Capability.HISTORY)
                        .ask(first("/one"))
                        .ask(first("/two"))
                        .back()
                        .ask(first("/asked"))
                        .verifies(Capability.HISTORY, Reading.ASKED),
                can(Capability.TABS)
                        .ask(first("/one"))
                        .act(new Act.OpenTab())
                        .ask(first("/asked"))
                        .verifies(Capability.TABS, Reading.ASKED),
                can(Capability.THIRD_PARTY_COOKIES)
                        .act(thirdParty(first("/page"), other("/set"), thirdParty, unmarked))
                        // Of another site: within one, also those get their own back that keep third parties apart.
                        .act(thirdParty(third("/page"), other("/asked")))
                        .verifies(Capability.THIRD_PARTY_COOKIES, Reading.ANY_COOKIE),
                can(Capability.THIRD_PARTY_COOKIES_SENT)
                        .receive(other("/set"), thirdParty, unmarked)
                        .act(thirdParty(first("/page"), other("/asked")))
                        .verifies(Capability.THIRD_PARTY_COOKIES_SENT, Reading.ANY_COOKIE),
                can(Capability.PERSISTENT_JAR)
                        .receive(first("/set"), "a=1; Path=/; Max-Age=1000; Expires=Thu, 01-Jan-2037 00:00:00 GMT")
                        .restart()
                        .ask(first("/asked"))
                        .verifies(Capability.PERSISTENT_JAR, Reading.ANY_COOKIE),
                can(Capability.READABLE_JAR)
                        .receive(first("/set"), "a=1; Path=/")
                        .act(new Act.ReadJar())
                        .ask(first("/asked"))
                        .verifies(Capability.READABLE_JAR, Reading.ASKED),
                can(Capability.SCREENSHOTS)
                        .ask(first("/page"))
                        .act(new Act.TakeScreenshot())
                        .ask(first("/asked"))
                        .verifies(Capability.SCREENSHOTS, Reading.ASKED));
    }

    /** As an image and in a frame: some show no images, some no frames. */
    private static Act thirdParty(Url page, Url third, String... lines) {
        Served start = Served.page("<img src=\"" + third + "\" alt=\"\"><iframe src=\"" + third + "\"></iframe>");
        return new Act.Visit(Arrival.IMAGE, page, start, third, Served.setting(lines));
    }

    private static Behaviour can(Capability capability) {
        return Behaviour.of("can/" + capability, "Can do what is called " + capability, SOURCE);
    }
}
