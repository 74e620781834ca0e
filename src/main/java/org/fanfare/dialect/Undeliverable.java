package org.fanfare.dialect;

/** A delivery cannot be put on the wire, and never will: it fails with this sentence. */
public final class Undeliverable extends RuntimeException {

    public Undeliverable(String sentence) {
        super(sentence);
    }
}
