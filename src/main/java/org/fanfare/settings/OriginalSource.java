package org.fanfare.settings;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.fanfare.keys.OriginalVariables;

/**
 * The variables of Pacifica Notifications as a source of Fanfare's keys: above the defaults (100), below whatever else
 * there is. Made by MicroProfile Config.
 */
public final class OriginalSource implements ConfigSource {

    private static final int ABOVE_DEFAULTS = 110;

    private final Map<String, String> values = new OriginalVariables(System.getenv()).values();

    @Override
    public Set<String> getPropertyNames() {
        return values.keySet();
    }

    @Override
    public String getValue(String key) {
        return values.get(key);
    }

    @Override
    public int getOrdinal() {
        return ABOVE_DEFAULTS;
    }

    @Override
    public String getName() {
        return "variables of Pacifica Notifications";
    }
}
