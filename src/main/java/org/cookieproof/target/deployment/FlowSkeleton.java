package org.cookieproof.target.deployment;

/**
 * A flow file for a service whose forms nobody here knows. It says FILL IN wherever a person must, and is refused until
 * that is done: flows of another service would send passwords to wherever its paths lead.
 *
 * @param title   of the service, as a YAML scalar
 * @param service which it seems to be
 * @param schema  as a path from where the file will lie
 */
record FlowSkeleton(String title, Survey.Service service, String schema) {

    /** What Keycloak's own login theme calls its form and fields, whatever the realm. */
    private static final String KEYCLOAK = """
                  - submit: "form#kc-form-login"
                    fields: { username: "${user}", password: "${password}", rememberMe: "${remember}" }
            """;

    private static final String UNKNOWN = """
                  - submit: 'FILL IN: the CSS selector of the log-in form'
                    fields:
                      'FILL IN: the name of its field for the user': "${user}"
                      'FILL IN: the name of its field for the password': "${password}"
                      'FILL IN: the name of its box for remember me, or no such line': "${remember}"
            """;

    String text() {
        boolean keycloak = service == Survey.Service.KEYCLOAK;
        return """
            # yaml-language-server: $schema=%s
            # Drafted by './cookieproof init'. What says FILL IN is a person's to replace; until then this file is refused. The
            # language is in ci/targets/README.md; ci/targets/flows/ has two examples.
            flows-of: %s

            who-am-i:
              page: 'FILL IN: the path of a page that says who is signed in'
              page-says: 'FILL IN: a pattern found in its source for somebody, the name its first group, and for nobody without one'
            %s
            flows:
              open-login-form:%s
                needs: [forms, redirects]
                does:
                  - open: 'FILL IN: the path of the log-in form, or of a page that leads there'

              log-in:%s
                needs: [forms, redirects]
                takes: { remember: "" }
                does:
                  - open: 'FILL IN: the same path'
                    accept: { has: %s }
            %s        accept: { has: 'FILL IN: the CSS selector of what only somebody who is signed in is shown' }

              log-out:%s
                needs: [forms, redirects]
                does:
                  - open: 'FILL IN: the path of a page with the link to log out'
                  - follow: 'FILL IN: the CSS selector of that link; for a form it is submit instead of follow'
                    accept: { lacks: 'FILL IN: the CSS selector of what only somebody who is signed in is shown' }
            """.formatted(
                        schema,
                        title,
                        centralSaysWho(),
                        at(),
                        at(),
                        keycloak ? "\"form#kc-form-login\"" : "'FILL IN: the CSS selector of the log-in form'",
                        keycloak ? KEYCLOAK : UNKNOWN,
                        at());
    }

    /** A session at the provider alone signs nobody in; one is, at the sites. */
    private String at() {
        return service.signsInElsewhere() ? "\n    at: [first, other]" : "";
    }

    private String centralSaysWho() {
        return service.signsInElsewhere() ? """
              at:
                central:
                  page: 'FILL IN: the path of a page of the provider that says who is signed in there'
                  page-says: 'FILL IN: a pattern, as above'
            """ : "";
    }
}
