package org.cookieproof.farm;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cookieproof.farm.api.ApiEndpoint;
import org.cookieproof.farm.central.CentralAutoLoginPage;
import org.cookieproof.farm.central.CentralContinuation;
import org.cookieproof.farm.central.CentralLoginPage;
import org.cookieproof.farm.central.Unstub;
import org.cookieproof.farm.page.ArticlePage;
import org.cookieproof.farm.page.EditPage;
import org.cookieproof.farm.page.ErrorPage;
import org.cookieproof.farm.page.Layout;
import org.cookieproof.farm.page.LogoutConfirmation;
import org.cookieproof.farm.page.LogoutScheme;
import org.cookieproof.farm.page.Page;
import org.cookieproof.farm.page.ScriptAutoLogin;
import org.cookieproof.farm.page.SubmitPage;
import org.cookieproof.farm.page.UserLoginPage;
import org.cookieproof.farm.page.UserLogoutPage;
import org.cookieproof.farm.page.WriteGuard;
import org.cookieproof.farm.session.CacheLimiter;
import org.cookieproof.farm.session.CentralProvider;
import org.cookieproof.farm.session.CentralSessions;
import org.cookieproof.farm.session.CentralUpdate;
import org.cookieproof.farm.session.CoreProvider;
import org.cookieproof.farm.session.FormSecret;
import org.cookieproof.farm.session.FormTokenCheck;
import org.cookieproof.farm.session.FormTokens;
import org.cookieproof.farm.session.LocalSessions;
import org.cookieproof.farm.session.LoginSessionId;
import org.cookieproof.farm.session.LogoutCommit;
import org.cookieproof.farm.session.OneTimeTokens;
import org.cookieproof.farm.session.Renewal;
import org.cookieproof.farm.session.SessionCookies;
import org.cookieproof.farm.session.SessionServices;
import org.cookieproof.farm.session.SignIn;
import org.cookieproof.farm.session.StoreOutage;
import org.cookieproof.farm.session.StoredValues;
import org.cookieproof.farm.session.TokenMismatch;
import org.cookieproof.farm.session.TokenReset;
import org.cookieproof.farm.session.UnknownSessionId;
import org.cookieproof.farm.session.UnusableSession;
import org.cookieproof.farm.site.ApexCookies;
import org.cookieproof.farm.site.FormerCookies;
import org.cookieproof.farm.site.SiteScopes;
import org.cookieproof.farm.wire.DeletedLiteral;
import org.cookieproof.farm.wire.DeletionRule;
import org.cookieproof.farm.wire.SecureFlag;

/** Puts one version of a farm together. The only place that knows which mechanism was chosen. */
final class Assembly {

    private final Foundation base;
    private final Version version;
    private final Mechanisms chosen;
    private final StoredValues values;
    private final CentralSessions centrals;
    private final OneTimeTokens tokens;
    private final SignIn signIn;

    private Assembly(Foundation base, Version version, Mechanisms chosen) {
        this.base = base;
        this.version = version;
        this.chosen = chosen;
        this.values = new StoredValues(base.meter());
        this.centrals = new CentralSessions(values, base.ids(), base.clock(), chosen.of(Renewal.class));
        this.tokens = new OneTimeTokens(values, base.ids());
        this.signIn = new SignIn(base.accounts(), centrals, base.log());
    }

    static Service of(Foundation base, Version version, Mechanisms chosen) {
        Assembly assembly = new Assembly(base, version, chosen);
        return new Service(
                new WireRules(
                        chosen.of(DeletedLiteral.class),
                        chosen.of(DeletionRule.class),
                        chosen.of(SecureFlag.class),
                        base.clock()),
                new Sites(
                        assembly.wikiSites(),
                        new SiteScopes(
                                version.centralCookies(),
                                chosen.of(FormerCookies.class),
                                chosen.of(ApexCookies.class))));
    }

    private WikiSites wikiSites() {
        ScriptAutoLogin autoLogin = new ScriptAutoLogin();
        Layout layout = new Layout(autoLogin);
        ErrorPage errors = new ErrorPage(layout);
        EditPage edit = new EditPage(base.library(), layout);
        WriteGuard guard = chosen.of(WriteGuard.class);
        Map<String, Page> actions = new LinkedHashMap<>();
        actions.put("view", new ArticlePage(base.library(), layout));
        actions.put("edit", edit);
        actions.put("submit", new SubmitPage(base.library(), layout, base.writeCookies(), edit, guard));
        return new WikiSites(
                sessionServices(),
                actions,
                specialPages(layout, errors, autoLogin),
                errors,
                new ApiEndpoint(signIn, base.library(), base.writeCookies(), guard),
                chosen.of(LogoutScheme.class));
    }

    private Map<String, Page> specialPages(Layout layout, ErrorPage errors, ScriptAutoLogin autoLogin) {
        CentralContinuation continuation = new CentralContinuation(tokens, base.ids());
        return Map.of(
                "userlogin",
                new UserLoginPage(layout, signIn, continuation, version.secureLogin()),
                "userlogout",
                new UserLogoutPage(
                        layout,
                        autoLogin,
                        version.secureLogin(),
                        chosen.of(LogoutScheme.class),
                        chosen.of(LogoutConfirmation.class)),
                "centrallogin",
                new CentralLoginPage(tokens, base.accounts(), centrals, chosen.of(Unstub.class), errors),
                "centralautologin",
                new CentralAutoLoginPage(tokens, base.accounts(), centrals, errors));
    }

    private SessionServices sessionServices() {
        LocalSessions locals =
                new LocalSessions(values, base.ids(), base.clock(), base.accounts(), chosen.of(Renewal.class));
        CoreProvider core = new CoreProvider(locals, base.accounts(), chosen.of(UnknownSessionId.class));
        return new SessionServices(
                locals,
                centrals,
                new CentralProvider(
                        locals,
                        centrals,
                        base.accounts(),
                        core,
                        chosen.of(TokenMismatch.class),
                        chosen.of(UnusableSession.class),
                        base.log()),
                new SessionCookies(version.secureLogin()),
                new FormTokens(base.clock(), chosen.of(FormTokenCheck.class)),
                chosen.of(FormSecret.class),
                chosen.of(CacheLimiter.class),
                chosen.of(LoginSessionId.class),
                chosen.of(CentralUpdate.class),
                new TokenReset(chosen.of(LogoutCommit.class), base.commits(), base.ids(), base.clock()),
                chosen.of(StoreOutage.class),
                base.log(),
                base.ids());
    }
}
