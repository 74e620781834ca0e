package org.fanfare.entrance;

import java.util.Set;

/** Names and passwords that the server knows, wherever it has them from. */
interface Realm {

    Answer ask(String user, String password);

    /** What it says to a name and a password. */
    sealed interface Answer {

        /** The password is not the user's, or there is no such user. */
        record Wrong() implements Answer {}

        /** It is, and these are the user's groups. */
        record Groups(Set<String> names) implements Answer {}

        /** It is; of roles the server speaks once it has logged the user in, and not before. */
        record Untold() implements Answer {}
    }
}
