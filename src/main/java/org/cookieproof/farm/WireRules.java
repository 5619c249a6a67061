package org.cookieproof.farm;

import java.time.InstantSource;
import java.util.List;
import org.cookieproof.farm.wire.DeletedLiteral;
import org.cookieproof.farm.wire.DeletionRule;
import org.cookieproof.farm.wire.RequestCookies;
import org.cookieproof.farm.wire.ResponseCookies;
import org.cookieproof.farm.wire.SecureFlag;
import org.cookieproof.farm.wire.WebRequest;

/** How cookies are read from requests and written into responses. */
record WireRules(DeletedLiteral deletedLiteral, DeletionRule deletions, SecureFlag secureFlag, InstantSource clock) {

    RequestCookies read(List<String> cookieFields) {
        return RequestCookies.parse(cookieFields, deletedLiteral);
    }

    ResponseCookies responseTo(WebRequest request) {
        return new ResponseCookies(request.cookies(), deletions, secureFlag.secure(request.https()), clock.instant());
    }
}
