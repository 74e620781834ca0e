package org.fanfare.caller;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fanfare.settings.Settings;
import org.fanfare.settings.WrongSetting;

/**
 * What is said of callers whom a proxy in front vouches for.
 *
 * @param header the header that the proxy sets to the user's name
 * @param defaultUser who calls when the header is absent; empty for nobody
 * @param tenantHeader the header that the proxy sets to the user's tenant; empty where there is one tenant
 * @param rolesHeader the header that the proxy sets to the user's roles; empty where all have the same
 * @param roles what they may do where the proxy does not say it
 * @param operators names of those who see all events and deliveries, the admins among them
 * @param admins names of those who may do everything
 */
public record CallerSettings(
        String header,
        String defaultUser,
        String tenantHeader,
        String rolesHeader,
        Set<Role> roles,
        Set<String> operators,
        Set<String> admins) {

    public static CallerSettings of(Settings settings) {
        Set<String> admins = Set.copyOf(settings.texts("fanfare.caller.admins"));
        Set<String> operators = new HashSet<>(settings.texts("fanfare.caller.operators"));
        operators.addAll(admins);
        return new CallerSettings(
                settings.text("fanfare.caller.header"),
                settings.optionalText("fanfare.caller.default-user").orElse(""),
                settings.optionalText("fanfare.caller.tenant-header").orElse(""),
                settings.optionalText("fanfare.caller.roles-header").orElse(""),
                roles(settings.texts("fanfare.caller.roles")),
                Set.copyOf(operators),
                admins);
    }

    /** The roles of a user, those that the settings give by name among them. */
    public Set<Role> rolesOf(String name, Set<Role> given) {
        EnumSet<Role> all = EnumSet.noneOf(Role.class);
        all.addAll(given);
        if (operators.contains(name)) {
            all.add(Role.OPERATOR);
        }
        if (admins.contains(name)) {
            all.add(Role.ADMIN);
        }
        return Role.complete(all);
    }

    private static Set<Role> roles(List<String> names) {
        names.forEach(name -> Role.named(name).orElseThrow(() -> unknown(name)));
        return Role.among(names);
    }

    private static WrongSetting unknown(String name) {
        return new WrongSetting(
                "fanfare.caller.roles names '" + name + "', expected subscriber, producer, operator or admin.");
    }
}
