package org.cookieproof.driver.chromium;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.cookieproof.profile.Profile;

/** How every Chromium is started, whatever starts it. */
final class ChromiumFlags {

    /**
     * Given last, and so instead of Playwright's own list, which is this one and more: it also turns off
     * ThirdPartyStoragePartitioning, which people's browsers have. HttpsUpgrades stays off, since scenarios say which
     * scheme they mean; asking Google for the time would be refused by the recorder anyway.
     */
    private static final List<String> FEATURES_OFF = List.of(
            "HttpsUpgrades",
            "NetworkTimeServiceQuerying",
            "OptimizationHints",
            "Translate",
            "MediaRouter",
            "DialMediaRouteProvider",
            "GlobalMediaControls",
            "LensOverlay",
            // What Playwright needs to work as it is meant to:
            "AvoidUnnecessaryBeforeUnloadCheckSync",
            "BoundaryEventDispatchTracksNodeRemoval",
            "DestroyProfileOnBrowserClose",
            "PaintHolding");

    private ChromiumFlags() {}

    /** Those of a profile, wherever its Chromium runs. */
    static List<String> of(Profile profile, ChromiumEngine engine, InetSocketAddress proxy) {
        List<String> flags = common(proxy, ChromiumFeatures.of(profile));
        flags.addAll(ThirdPartyCookies.of(profile, engine).flags(engine));
        flags.addAll(Images.of(profile).flags());
        return flags;
    }

    private static List<String> common(InetSocketAddress proxy, ChromiumFeatures features) {
        String host = proxy.getHostString();
        List<String> flags = new ArrayList<>(List.of(
                // Chromium's own sandbox needs privileges that containers and root do not have.
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--no-default-browser-check",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-field-trial-config",
                "--password-store=basic",
                // The last of several such flags is the only one that counts.
                "--disable-features=" + String.join(",", features.offBesides(FEATURES_OFF)),
                "--proxy-server=http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + proxy.getPort(),
                // Otherwise loopback addresses would be asked without the proxy.
                "--proxy-bypass-list=<-loopback>"));
        if (!features.on().isEmpty()) {
            flags.add("--enable-features=" + String.join(",", features.on()));
        }
        return flags;
    }
}
