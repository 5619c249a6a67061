package org.cookieproof.driver.text;

import java.time.Duration;
import org.cookieproof.driver.DeviationContract;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriverContract;

/** What the browsers for terminals have in common. */
abstract class TextBrowserContract extends UserAgentDriverContract implements DeviationContract {

    @Override
    protected DriverProvider provider() {
        return new TextDriverProvider();
    }

    @Override
    public boolean runsProcesses() {
        return true;
    }

    @Override
    public Duration shortPatience() {
        return Duration.ofSeconds(4);
    }

    /** A page on disk asks for what is asked for. */
    @Override
    public boolean saysWhereItComesFrom() {
        return false;
    }

    @Override
    public boolean sendsAnyRequest() {
        return false;
    }
}
