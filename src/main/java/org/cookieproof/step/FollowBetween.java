package org.cookieproof.step;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cookieproof.driver.Page;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Role;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;

/** From a document of one site, which the harness gives in its stead, to another site. */
record FollowBetween(
        Role from,
        Role to,
        StartPage how,
        Optional<String> path,
        Map<String, String> form,
        Optional<Scheme> scheme,
        Expectations expectations)
        implements Step {

    FollowBetween {
        form = Collections.unmodifiableMap(new LinkedHashMap<>(form));
    }

    @Override
    public String title() {
        return "follow a " + how.word() + " from " + from + " to " + to
                + scheme.map(s -> " over " + s).orElse("");
    }

    @Override
    public List<Finding> play(Stage stage) {
        Scheme over = scheme.orElse(stage.setting().scheme());
        String target = path.orElse(stage.setting().target().flows().whoAmI(to).pageTarget());
        Url url = stage.url(to, over, target);
        Url start = stage.tap().offer(over, stage.host(from), how.word(), how.leadingTo(url, form));
        Page page = stage.arrive(stage.session().open(start));
        if (page.error().isEmpty()) {
            page = stage.arrive(how.goOn(stage.session(), page));
        }
        if (page.error().isPresent()) {
            return List.of(wrong(stage, "a page at " + to, page.error().get()));
        }
        if (stage.exchangesOfStep().stream().noneMatch(e -> e.url().equals(url))) {
            return List.of(wrong(stage, "a request for " + target + " at " + to, "none was sent"));
        }
        if (!how.leadsAway()) {
            stage.requestedBesides(); // what is shown is still the start page, and the other site was asked beside it
        }
        WhoAmIProbe probe = new WhoAmIProbe(stage);
        return expectations.examine(stage, new Focus(to, over, () -> probe.ask(to, over)));
    }

    private Finding wrong(Stage stage, String expected, String observed) {
        return stage.finding("follow", how.word() + " from " + from + " to " + to, expected, observed, stage.newest());
    }
}
