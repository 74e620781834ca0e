package org.fanfare.database;

/** The start found no database to work with; the message is a sentence for the operator. */
public final class DatabaseUnusable extends RuntimeException {

    DatabaseUnusable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
