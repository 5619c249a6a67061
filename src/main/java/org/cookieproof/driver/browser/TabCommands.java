package org.cookieproof.driver.browser;

import java.util.Optional;
import java.util.function.Supplier;
import org.cookieproof.driver.Answer;
import org.cookieproof.driver.ApiRequest;
import org.cookieproof.driver.Form;
import org.cookieproof.driver.Page;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.evidence.Jar;
import org.cookieproof.http.Url;

/** What is done in one tab, be it the first or another. */
interface TabCommands extends UserAgentSession {

    /** Goes from page to page in this tab. */
    Navigator navigator();

    /** Does something as long as the patience of the session lasts. */
    <T> T act(Supplier<T> action);

    @Override
    default String engine() {
        return act(() -> navigator().tab().engine());
    }

    @Override
    default Page open(Url url) {
        return act(() -> navigator().open(url));
    }

    @Override
    default Page page() {
        return act(() -> navigator().shown());
    }

    @Override
    default Page submit(Form form) {
        return act(() -> navigator().submit(form));
    }

    @Override
    default void fill(String selector, String value) {
        act(() -> {
            navigator().fill(selector, value);
            return value;
        });
    }

    @Override
    default Optional<String> valueOf(String selector) {
        return act(() -> navigator().valueOf(selector));
    }

    @Override
    default Page follow(String selector) {
        return act(() -> navigator().follow(selector));
    }

    @Override
    default Page goBack() {
        return act(() -> navigator().goBack());
    }

    @Override
    default Answer request(ApiRequest request) {
        return act(() -> navigator().request(request));
    }

    @Override
    default Jar jar() {
        return act(() -> navigator().tab().jar());
    }

    @Override
    default boolean isIdle() {
        return act(() -> navigator().isIdle());
    }

    @Override
    default Optional<byte[]> screenshot() {
        return Optional.of(act(() -> navigator().screenshot()));
    }
}
