package org.cookieproof.run;

/** The target has fewer accounts than a scenario has persons, however long one waits. */
final class TooFewAccountsException extends RuntimeException {

    TooFewAccountsException(int needed, int all) {
        super("the target has " + (all == 0 ? "no account" : all == 1 ? "one account" : all + " accounts")
                + ", the scenario needs " + needed);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
