package org.cookieproof.farm.page;

import java.util.Optional;
import org.cookieproof.farm.account.UserAccount;
import org.cookieproof.farm.session.Visit;
import org.cookieproof.farm.wire.Answer;

/** How a login at one wiki becomes one of the whole farm; what is there before the form, and after the password. */
public interface LoginContinuation {

    /** The parameter of a form's URL that says that {@link #beforeForm} has had its turn. */
    String TRIED = "centralAuthAutologinTried";

    /**
     * What to do instead of showing the form, if anything.
     *
     * @param formTarget path and query of the form
     */
    Optional<Answer> beforeForm(Visit visit, String formTarget);

    /**
     * Where to go with a user who has just signed in here.
     *
     * @param returnTarget path and query of where he wants to be in the end
     */
    Answer afterPassword(Visit visit, UserAccount account, String returnTarget);
}
