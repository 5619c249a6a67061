package org.cookieproof.target.farm;

import org.cookieproof.target.TargetContract;

class FarmTargetTest extends TargetContract {

    FarmTargetTest() {
        super("farm");
    }
}
