package org.cookieproof.driver;

import java.util.EnumSet;
import java.util.Set;
import org.cookieproof.http.cookie.CookieDeviation;

/** The same of a client whose pages ask other sites for something, one thing after the other. */
public interface PageDeviationContract extends DeviationContract {

    @Override
    default Set<CookieDeviation> shownByAnEngine() {
        Set<CookieDeviation> shown = EnumSet.noneOf(CookieDeviation.class);
        for (CookieDeviation deviation : CookieDeviation.values()) {
            bench().reset();
            try (UserAgentSession session = bench().open()) {
                if (new ThirdPartyProbe(bench(), session).shows(deviation)) {
                    shown.add(deviation);
                }
            }
        }
        return shown;
    }
}
