package org.cookieproof.target.keycloak;

/** Where the two servers listen on loopback. */
record Ports(int party, int keycloak) {}
