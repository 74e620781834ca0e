package org.fanfare.destination;

import static java.util.Objects.requireNonNull;

/**
 * A host name ({@code hooks.example.org}) or all names below a domain ({@code *.example.org}, which does not stand for
 * {@code example.org} itself).
 *
 * @param name in ASCII and lower case, without the leading {@code *.}
 * @param isWildcard whether it stands for the names below instead of the name itself
 */
public record HostPattern(String name, boolean isWildcard) implements Place {

    public HostPattern {
        requireNonNull(name, "name");
    }

    /**
     * Reads a host name, or {@code *.} and a domain.
     *
     * @throws IllegalArgumentException with a sentence about what is wrong
     */
    public static HostPattern parse(String text) {
        boolean isWildcard = text.startsWith("*.");
        if (Host.read(isWildcard ? text.substring(2) : text) instanceof Host.Name host) {
            return new HostPattern(host.name(), isWildcard);
        }
        throw new IllegalArgumentException("'" + text + "' is not a host name or a pattern like *.example.org");
    }

    /** Whether the pattern stands for the host, which is given in ASCII and lower case. */
    public boolean matches(String host) {
        return isWildcard ? host.endsWith("." + name) : host.equals(name);
    }

    @Override
    public String toString() {
        return isWildcard ? "*." + name : name;
    }
}
