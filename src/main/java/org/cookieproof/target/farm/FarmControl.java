package org.cookieproof.target.farm;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cookieproof.farm.Farm;
import org.cookieproof.farm.FarmControls;
import org.cookieproof.farm.session.Corruption;
import org.cookieproof.target.Account;
import org.cookieproof.target.SessionFault;
import org.cookieproof.target.SessionScope;
import org.cookieproof.target.StoreOutage;
import org.cookieproof.target.TargetControl;
import org.cookieproof.target.TargetDefinition;

/** The farm's controls, in the harness's words. */
record FarmControl(Farm farm) implements TargetControl {

    @Override
    public void advanceClock(Duration by) {
        farm.controls().advanceClock(by);
    }

    @Override
    public void resetSessions(SessionScope scope, Optional<Account> of) {
        Optional<String> name = of.map(Account::name);
        switch (scope) {
            case ALL -> farm.controls().endSessions(name);
            case CENTRAL -> farm.controls().loseCentralSessions(name);
            case LOCAL -> farm.controls().loseLocalSessions(name);
        }
    }

    @Override
    public void switchTo(TargetDefinition.Variant version) {
        farm.switchTo(FarmVariant.version(version.settings()));
    }

    @Override
    public int corruptSessions(Account of, SessionFault fault) {
        return farm.controls().corruptSessions(of.name(), Corruption.valueOf(fault.name()));
    }

    @Override
    public void breakStore(StoreOutage outage, Duration by) {
        farm.controls().breakStore(FarmControls.StoreFailure.valueOf(outage.name()), by);
    }

    @Override
    public void slowReplies(Optional<String> host, Duration by) {
        farm.controls().slowReplies(host, by);
    }

    @Override
    public void slowCommits(Duration by) {
        farm.controls().slowCommits(by);
    }

    @Override
    public void mend() {
        farm.controls().mendAll();
    }

    @Override
    public Map<String, StoreUse> storeUses() {
        return farm.controls().storeUses().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        use -> new StoreUse(
                                use.getValue().reads(), use.getValue().writes())));
    }

    @Override
    public List<String> log() {
        return farm.controls().log();
    }
}
