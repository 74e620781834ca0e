package org.fanfare.command;

/** Why a command could not do what it should, in a sentence. */
class CommandFailed extends RuntimeException {

    CommandFailed(String sentence) {
        super(sentence);
    }
}
