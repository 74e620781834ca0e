package org.fanfare.entrance;

import java.util.Optional;
import java.util.Set;

/** Names and passwords that the server knows, wherever it has them from. */
interface Realm {

    /** The groups of the user; empty if the password is not his, or there is no such user. */
    Optional<Set<String>> groups(String user, String password);
}
