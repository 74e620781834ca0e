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
 * @param operators those who see all events and deliveries of their tenant, the admins among them, as {@link Owner} writes
 *     them
 * @param admins those who may do everything, likewise
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

    /** Whether somebody is one by the settings, whatever he may be by what he shows with a request. */
    public boolean isOperator(Owner owner) {
        return operators.contains(owner.toString());
    }

    public boolean isAdmin(Owner owner) {
        return admins.contains(owner.toString());
    }
}
