package org.fanfare.launch;

/** Why the server does not start, in a sentence for the person who started it. */
class StartRefused extends RuntimeException {

    private static final int CANNOT_START = 1;
    private static final int WRONG_USE = 2;

    private final int exitCode;

    private StartRefused(String sentence, int exitCode) {
        super(sentence);
        this.exitCode = exitCode;
    }

    static StartRefused cannotStart(String sentence) {
        return new StartRefused("Fanfare cannot start: " + sentence, CANNOT_START);
    }

    static StartRefused wrongUse(String sentence) {
        return new StartRefused(sentence + " Try --help.", WRONG_USE);
    }

    int exitCode() {
        return exitCode;
    }
}
