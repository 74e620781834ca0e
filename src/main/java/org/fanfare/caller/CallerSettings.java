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
 * @param operators those who see all events and deliveries of their tenant, the admins among them, as {@link Owner} writes
 *     them
 * @param admins those who may do everything, likewise
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

    /** Whether somebody is one by the settings, whatever he may be by what he shows with a request. */
    public boolean isOperator(Owner owner) {
        return operators.contains(owner.toString());
    }

    public boolean isAdmin(Owner owner) {
        return admins.contains(owner.toString());
    }

    /** The roles of a user, those that the settings give by name among them. */
    public Set<Role> rolesOf(Owner owner, Set<Role> given) {
        EnumSet<Role> all = EnumSet.noneOf(Role.class);
        all.addAll(given);
        if (isOperator(owner)) {
            all.add(Role.OPERATOR);
        }
        if (isAdmin(owner)) {
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
