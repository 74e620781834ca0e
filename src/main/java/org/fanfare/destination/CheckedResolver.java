package org.fanfare.destination;

import static java.util.Objects.requireNonNull;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves a host name once, judges every address, and gives those very addresses to the connection, so that no second
 * lookup can bring another answer (DNS rebinding). One forbidden address among many refuses the host.
 *
 * <p>The connection keeps the host name for TLS and the Host header.
 */
public final class CheckedResolver implements DnsResolver {

    /** How many addresses are handed on; each one that does not answer costs a connect timeout. */
    static final int MAX_ADDRESSES = 4;

    private final AddressRules rules;
    private final DnsResolver lookup;

    CheckedResolver(AddressRules rules, DnsResolver lookup) {
        this.rules = rules;
        this.lookup = requireNonNull(lookup, "lookup");
    }

    /**
     * The addresses of a host name or literal.
     *
     * @throws ForbiddenAddressException if any of them may not be reached
     * @throws UnknownHostException if there is none
     */
    @Override
    public InetAddress[] resolve(String text) throws UnknownHostException {
        Host host = Host.read(text.contains(":") && !text.startsWith("[") ? "[" + text + "]" : text);
        if (host instanceof Host.Literal literal) {
            return judged(literal.address().getHostAddress(), literal.address());
        }
        if (host instanceof Host.Name name) {
            InetAddress[] addresses = lookup.resolve(name.name());
            if (addresses == null || addresses.length == 0) {
                throw new UnknownHostException(name.name());
            }
            return judged(name.name(), addresses);
        }
        throw new UnknownHostException(((Host.Unreadable) host).reason());
    }

    private InetAddress[] judged(String host, InetAddress... addresses) throws ForbiddenAddressException {
        for (InetAddress address : addresses) {
            if (rules.objectionTo(host, address).isPresent()) {
                throw new ForbiddenAddressException(host);
            }
        }
        return Arrays.copyOf(addresses, Math.min(addresses.length, MAX_ADDRESSES));
    }

    /** The name itself: nothing here needs another one, and a lookup could only bring an unjudged answer. */
    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
