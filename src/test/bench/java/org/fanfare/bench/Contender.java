package org.fanfare.bench;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Something that takes events and delivers them: Fanfare, and what it is measured against. */
interface Contender extends AutoCloseable {

    /** In the table. */
    String name();

    /** A new connection of a producer. */
    HttpConnection connect();

    /** Makes subscriptions, all of which are in force when it returns. */
    void subscribe(List<Wish> wishes) throws IOException;

    /** Its process, if it runs on this machine and was started for this. */
    Optional<ProcessHandle> process();

    /** The first process of its database, if it has one of its own. */
    default Optional<ProcessHandle> database() {
        return Optional.empty();
    }

    /** Throws if its process has ended. */
    void requireAlive();

    @Override
    void close() throws IOException;
}
