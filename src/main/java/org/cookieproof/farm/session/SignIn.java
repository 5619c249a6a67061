package org.cookieproof.farm.session;

import java.util.Optional;
import org.cookieproof.farm.account.Accounts;
import org.cookieproof.farm.account.UserAccount;

/** Signs in by name and password at one wiki, with a central session for its cookie domain; for the form and the API. */
public final class SignIn {

    /** What MediaWiki says to a wrong name as to a wrong password. */
    public static final String WRONG_PASSWORD = "Incorrect username or password entered. Please try again.";

    private final Accounts accounts;
    private final CentralSessions centrals;
    private final AuthLog log;

    public SignIn(Accounts accounts, CentralSessions centrals, AuthLog log) {
        this.accounts = accounts;
        this.centrals = centrals;
        this.log = log;
    }

    /** The account, signed in; empty, and nothing changed, if name or password are wrong. */
    public Optional<UserAccount> attempt(Visit visit, String name, String password, boolean remember) {
        Optional<UserAccount> account = accounts.authenticate(name, password);
        account.ifPresentOrElse(
                a -> visit.session().logIn(a, remember, centrals.create(a, remember)),
                () -> log.note("login-failed", visit.wiki(), accounts.known(name)));
        return account;
    }
}
