package org.cookieproof.farm;

/** One version of the farm, ready to answer. */
record Service(WireRules rules, Sites sites) {}
