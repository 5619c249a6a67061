package org.cookieproof.farm;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cookieproof.farm.account.Accounts;
import org.cookieproof.farm.api.ApiEndpoint;
import org.cookieproof.farm.central.CentralAutoLoginPage;
import org.cookieproof.farm.central.CentralContinuation;
import org.cookieproof.farm.central.CentralLoginPage;
import org.cookieproof.farm.page.ArticlePage;
import org.cookieproof.farm.page.EditPage;
import org.cookieproof.farm.page.ErrorPage;
import org.cookieproof.farm.page.Layout;
import org.cookieproof.farm.page.Library;
import org.cookieproof.farm.page.Page;
import org.cookieproof.farm.page.ScriptAutoLogin;
import org.cookieproof.farm.page.SubmitPage;
import org.cookieproof.farm.page.UserLoginPage;
import org.cookieproof.farm.page.UserLogoutPage;
import org.cookieproof.farm.page.WriteCookies;
import org.cookieproof.farm.session.CentralProvider;
import org.cookieproof.farm.session.CentralSessions;
import org.cookieproof.farm.session.CoreProvider;
import org.cookieproof.farm.session.FormTokens;
import org.cookieproof.farm.session.LocalSessions;
import org.cookieproof.farm.session.OneTimeTokens;
import org.cookieproof.farm.session.SessionCookies;
import org.cookieproof.farm.session.SessionServices;
import org.cookieproof.farm.session.SignIn;
import org.cookieproof.farm.session.StoredValues;
import org.cookieproof.farm.wire.Ids;
import org.cookieproof.store.SessionStore;

/** Puts a farm together. The only place that knows which mechanism was chosen. */
final class Assembly {

    private final FarmSettings settings;
    private final Mechanisms chosen;
    private final Ids ids;
    private final Accounts accounts;
    private final StoredValues values;
    private final CentralSessions centrals;
    private final OneTimeTokens tokens;
    private final SignIn signIn;

    Assembly(FarmSettings settings, SessionStore store) {
        this.settings = settings;
        this.chosen = settings.mechanisms();
        this.ids = new Ids(settings.randomness().of("ids"));
        this.accounts = new Accounts(
                settings.accountCount(),
                new Ids(settings.randomness().of("accounts")),
                settings.randomness().of("salts"));
        this.values = new StoredValues(store);
        this.centrals = new CentralSessions(values, ids, settings.clock());
        this.tokens = new OneTimeTokens(values, ids);
        this.signIn = new SignIn(accounts, centrals);
    }

    Accounts accounts() {
        return accounts;
    }

    WireRules wireRules() {
        return new WireRules(chosen.deletedLiteral(), chosen.deletions(), chosen.secureFlag(), settings.clock());
    }

    WikiSites wikiSites() {
        Library library = new Library(settings.clock());
        WriteCookies writeCookies = new WriteCookies(settings.clock());
        ScriptAutoLogin autoLogin = new ScriptAutoLogin();
        Layout layout = new Layout(autoLogin);
        ErrorPage errors = new ErrorPage(layout);
        EditPage edit = new EditPage(library, layout);
        Map<String, Page> actions = new LinkedHashMap<>();
        actions.put("view", new ArticlePage(library, layout));
        actions.put("edit", edit);
        actions.put("submit", new SubmitPage(library, layout, writeCookies, edit));
        return new WikiSites(
                sessionServices(),
                actions,
                specialPages(layout, errors, autoLogin),
                errors,
                new ApiEndpoint(signIn, library, writeCookies));
    }

    private Map<String, Page> specialPages(Layout layout, ErrorPage errors, ScriptAutoLogin autoLogin) {
        CentralContinuation continuation = new CentralContinuation(tokens, ids);
        return Map.of(
                "userlogin",
                        new UserLoginPage(
                                layout, signIn, continuation, settings.version().secureLogin()),
                "userlogout", new UserLogoutPage(layout, autoLogin),
                "centrallogin", new CentralLoginPage(tokens, accounts, centrals, chosen.centralUnstub(), errors),
                "centralautologin", new CentralAutoLoginPage(tokens, accounts, centrals, errors));
    }

    private SessionServices sessionServices() {
        LocalSessions locals = new LocalSessions(values, ids, settings.clock());
        CoreProvider core = new CoreProvider(locals, accounts);
        return new SessionServices(
                locals,
                centrals,
                new CentralProvider(locals, centrals, accounts, core, chosen.centralTokenMismatch()),
                new SessionCookies(settings.version().secureLogin()),
                new FormTokens(settings.clock()),
                chosen.cacheLimiter(),
                ids);
    }
}
