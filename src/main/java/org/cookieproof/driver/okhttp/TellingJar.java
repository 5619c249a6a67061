package org.cookieproof.driver.okhttp;

import okhttp3.CookieJar;
import org.cookieproof.evidence.Jar;

/** A jar that OkHttp uses and that tells what it holds, which OkHttp's own interface does not ask for. */
interface TellingJar {

    CookieJar forOkHttp();

    Jar tell();
}
