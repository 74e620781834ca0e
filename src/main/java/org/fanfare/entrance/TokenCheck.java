package org.fanfare.entrance;

import java.util.Optional;
import java.util.function.Function;
import org.fanfare.caller.Identity;

/** API tokens of Fanfare's own. */
final class TokenCheck implements Check {

    private final Function<String, Optional<Identity>> bearers;

    /** @param bearers knows who shows a token; empty for what is none, or not any more */
    TokenCheck(Function<String, Optional<Identity>> bearers) {
        this.bearers = bearers;
    }

    @Override
    public Entry of(String token) {
        return bearers.apply(token)
                .<Entry>map(Entry.Known::new)
                .orElseGet(() -> Entry.wrong(Method.TOKEN, "there is no such token, or it has ended"));
    }
}
