package org.fanfare.caller;

import java.util.HashSet;
import java.util.Set;
import org.fanfare.settings.Settings;

/**
 * How the caller of a request is known.
 *
 * @param header the header that an authenticating proxy in front sets to the user's name
 * @param defaultUser who calls when the header is absent
 * @param tenantHeader the header that the proxy sets to the user's tenant; empty where there is one tenant
 * @param operators names of those who see all events and deliveries, the admins among them
 * @param admins names of those who may do everything
 */
public record CallerSettings(
        String header, String defaultUser, String tenantHeader, Set<String> operators, Set<String> admins) {

    public static CallerSettings of(Settings settings) {
        Set<String> admins = Set.copyOf(settings.texts("fanfare.caller.admins"));
        Set<String> operators = new HashSet<>(settings.texts("fanfare.caller.operators"));
        operators.addAll(admins);
        return new CallerSettings(
                settings.text("fanfare.caller.header"),
                settings.text("fanfare.caller.default-user"),
                settings.optionalText("fanfare.caller.tenant-header").orElse(""),
                Set.copyOf(operators),
                admins);
    }
}
