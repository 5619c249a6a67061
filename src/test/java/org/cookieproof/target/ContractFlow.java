package org.cookieproof.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cookieproof.driver.ApiRequest;
import org.cookieproof.driver.Form;
import org.cookieproof.driver.Page;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.http.Url;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Does what a flow says with a user agent and nothing of the machinery that plays scenarios. */
final class ContractFlow implements FlowAction.Actor<Page> {

    private static final Pattern HOLE = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9-]*)}");

    private final UserAgentSession session;
    private final Url site;
    private final Map<String, String> values = new HashMap<>();

    private ContractFlow(UserAgentSession session, Url site, Map<String, String> values) {
        this.session = session;
        this.site = site;
        this.values.putAll(values);
        this.values.put("origin", site.origin());
    }

    /** Does all of it; fails at the first thing that is not as the flow accepts it. */
    static void play(Flow flow, Account account, UserAgentSession session, Url site) {
        Map<String, String> values = new HashMap<>(flow.takes());
        values.put("user", account.name());
        values.put("password", account.password());
        ContractFlow player = new ContractFlow(session, site, values);
        flow.actions().forEach(action -> action.by(player));
    }

    @Override
    public Page open(FlowAction.Open action) {
        return accepted(
                session.open(Url.of(site.scheme(), site.host(), filled(action.target(), ContractFlow::encoded))),
                action.accept());
    }

    @Override
    public Page submit(FlowAction.Submit action) {
        Map<String, String> fields = new LinkedHashMap<>();
        action.fields().forEach((name, value) -> fields.put(name, text(value)));
        return accepted(session.submit(new Form(text(action.form()), fields, action.button())), action.accept());
    }

    @Override
    public Page fill(FlowAction.Fill action) {
        session.fill(text(action.selector()), text(action.value()));
        return session.page();
    }

    @Override
    public Page follow(FlowAction.Follow action) {
        return accepted(session.follow(text(action.selector())), action.accept());
    }

    /** Without its captures: a flow to sign in by a form has none. */
    @Override
    public Page request(FlowAction.Request action) {
        assertThat(action.capture()).as("captures at %s", action.at()).isEmpty();
        Map<String, String> form = new LinkedHashMap<>();
        action.form().forEach((name, value) -> form.put(name, text(value)));
        session.request(new ApiRequest(
                action.method(),
                Url.of(site.scheme(), site.host(), filled(action.target(), ContractFlow::encoded)),
                form));
        return session.page();
    }

    private Page accepted(Page page, FlowAction.PageCondition accept) {
        assertThat(page.error()).as("%s is shown", page.url()).isEmpty();
        Document document = Jsoup.parse(page.html());
        String title = document.title();
        accept.has()
                .ifPresent(has -> assertThat(document.select(text(has)))
                        .as("“%s” has %s", title, has)
                        .isNotEmpty());
        accept.lacks()
                .ifPresent(lacks -> assertThat(document.select(text(lacks)))
                        .as("“%s” lacks %s", title, lacks)
                        .isEmpty());
        accept.shows().ifPresent(shows -> assertThat(page.html()).as(title).containsPattern(shows));
        return page;
    }

    private String text(String template) {
        return filled(template, UnaryOperator.identity());
    }

    private String filled(String template, UnaryOperator<String> encode) {
        return HOLE.matcher(template)
                .replaceAll(hole -> Matcher.quoteReplacement(
                        encode.apply(Objects.requireNonNull(values.get(hole.group(1)), hole.group()))));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
