package org.cookieproof.farm.central;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cookieproof.farm.account.Accounts;
import org.cookieproof.farm.account.UserAccount;
import org.cookieproof.farm.page.ErrorPage;
import org.cookieproof.farm.page.Layout;
import org.cookieproof.farm.page.Page;
import org.cookieproof.farm.session.CentralSessions;
import org.cookieproof.farm.session.OneTimeTokens;
import org.cookieproof.farm.session.Visit;
import org.cookieproof.farm.site.Title;
import org.cookieproof.farm.wire.Answer;
import org.cookieproof.farm.wire.CachePolicy;
import org.cookieproof.farm.wire.Json;

/** {@code Special:CentralAutoLogin} with its subpages. */
public final class CentralAutoLoginPage implements Page {

    private static final int SHARED_SECONDS = 1_200;

    private final Map<String, AutoLoginStep> steps;
    private final FinalAnswer finalAnswer;
    private final ErrorPage errors;

    public CentralAutoLoginPage(OneTimeTokens tokens, Accounts accounts, CentralSessions centrals, ErrorPage errors) {
        this.errors = errors;
        this.finalAnswer = new FinalAnswer(tokens, errors);
        this.steps = Map.of(
                "start", new StartStep(SHARED_SECONDS),
                "checkLoggedIn", new CheckLoggedInStep(tokens, SHARED_SECONDS),
                "createSession", new CreateSessionStep(tokens),
                "validateSession", new ValidateSessionStep(tokens),
                "setCookies", new SetCookiesStep(tokens, accounts, centrals),
                "refreshCookies", new RefreshCookiesStep(),
                "deleteCookies", new DeleteCookiesStep());
    }

    @Override
    public Answer answer(Visit visit, Title title) {
        if (title.subpage().equals("toolslist")) {
            return toolsList(visit);
        }
        AutoLoginStep step = steps.get(title.subpage());
        if (step == null) {
            return errors.answer(visit, title, 404, "There is no such step of auto-login.");
        }
        Outcome outcome = step.take(visit);
        return outcome.isEnd()
                ? finalAnswer.of(visit, title, outcome)
                : Answer.found(outcome.location(), outcome.cache());
    }

    /** What a page that is already shown puts in place of its login link. */
    private static Answer toolsList(Visit visit) {
        Map<String, Object> body = new LinkedHashMap<>();
        visit.user().map(UserAccount::name).ifPresent(name -> {
            Title returnTo = Title.parse(visit.text("returnto")).orElse(Title.MAIN_PAGE);
            body.put("toolslist", Layout.personalTools(visit, returnTo));
            body.put("username", name);
        });
        return Answer.of(200, "application/json; charset=utf-8", Json.write(body), CachePolicy.NO_STORE)
                .with("X-CentralAuth-Status", body.isEmpty() ? "Not logged in" : "OK");
    }
}
