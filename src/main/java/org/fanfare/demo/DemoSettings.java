package org.fanfare.demo;

import org.fanfare.settings.Settings;

/**
 * What is there for demonstration.
 *
 * @param isInboxOpen whether {@code /demo/inbox} is there
 */
public record DemoSettings(boolean isInboxOpen) {

    public static DemoSettings of(Settings settings) {
        return new DemoSettings(settings.flag("fanfare.demo.inbox"));
    }
}
