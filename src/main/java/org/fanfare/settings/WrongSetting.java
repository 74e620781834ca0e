package org.fanfare.settings;

/** A configuration value that Fanfare cannot start with; the message is a sentence for the operator. */
public final class WrongSetting extends RuntimeException {

    public WrongSetting(String sentence) {
        super(sentence);
    }
}
