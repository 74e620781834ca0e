package org.fanfare.command;

/** The command line is not as it should be, in a sentence. */
class WrongUse extends RuntimeException {

    WrongUse(String sentence) {
        super(sentence);
    }
}
