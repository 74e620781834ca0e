package org.fanfare.audit;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** What the request in hand has made, for resources whose answer has no {@code Location}. */
@RequestScoped
public class Made {

    private String path;

    /** @param path where it is, from the root of the server */
    public void is(String path) {
        this.path = path;
    }

    Optional<String> path() {
        return Optional.ofNullable(path);
    }
}
