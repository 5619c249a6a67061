package org.cookieproof.evidence;

import java.util.Set;
import java.util.regex.Pattern;

/** By which names secrets go, and which values are none whatever their name. */
final class SecretNames {

    /**
     * Parameters, form fields and JSON members that carry secrets: MediaWiki's ({@code lgtoken}, {@code wpEditToken},
     * {@code wpPassword}, {@code retype}), OpenID Connect's ({@code id_token_hint}, {@code session_state},
     * {@code client_secret}), Keycloak's ({@code session_code}), and what others call a session or a CSRF token.
     */
    private static final String SECRET =
            "[\\w.$\\[\\]-]*(?:token|passw|passphrase|secret|csrf|xsrf|credential)[\\w.$\\[\\]-]*"
                    + "|pwd|pass|retype|otp|totp|sid|jsessionid|phpsessid|samlresponse|saml_?response|assertion|nonce"
                    + "|api_?key|access_?key|signature|[\\w.$-]*sess(?:ion)?[_-]?(?:id|code|key|state)?";

    /** {@code token_type}, {@code passwordExpired}, {@code tokens_available}: about a secret, none themselves. */
    private static final String ABOUT_A_SECRET =
            "[\\w.$\\[\\]-]*(?:type|expir\\w*|length|count|required|available|name)";

    private static final Pattern NAME = Pattern.compile(SECRET, Pattern.CASE_INSENSITIVE);

    private static final Pattern NO_SECRET = Pattern.compile(ABOUT_A_SECRET, Pattern.CASE_INSENSITIVE);

    /** One-time values of URLs and forms; as JSON members these words mean other things. */
    private static final Pattern PARAMETER_ONLY = Pattern.compile("code|state|ticket|key", Pattern.CASE_INSENSITIVE);

    private static final Pattern HEADER = Pattern.compile(
            "(?:proxy-)?authorization|x-api-key|x-auth.*|.*-?(?:token|csrf|xsrf).*", Pattern.CASE_INSENSITIVE);

    private static final Pattern USER_NAME_FIELD =
            Pattern.compile("wpname|lgname|user_?name|user|login|loginname|email|name", Pattern.CASE_INSENSITIVE);

    /** Said by servers of everybody: constants of protocols, and MediaWiki's token for anonymous users. */
    private static final Set<String> HARMLESS = Set.of(
            "",
            "deleted",
            "true",
            "false",
            "yes",
            "no",
            "on",
            "off",
            "null",
            "none",
            "undefined",
            "saved",
            "master",
            "expired",
            "bearer",
            "login",
            "csrf",
            "userinfo",
            "+\\",
            "***");

    private static final Pattern FEW_DIGITS = Pattern.compile("\\d{1,5}");

    private SecretNames() {}

    static boolean isSecret(String name) {
        return NAME.matcher(name).matches() && !NO_SECRET.matcher(name).matches();
    }

    static boolean isSecretParameter(String name) {
        return isSecret(name) || PARAMETER_ONLY.matcher(name).matches();
    }

    static boolean isSecretHeader(String name) {
        return HEADER.matcher(name).matches();
    }

    static boolean isUserNameField(String name) {
        return USER_NAME_FIELD.matcher(name).matches();
    }

    static boolean isHarmless(String value) {
        return HARMLESS.contains(value.toLowerCase(java.util.Locale.ROOT))
                || FEW_DIGITS.matcher(value).matches()
                || Redaction.SHOWN.matcher(value).matches();
    }
}
