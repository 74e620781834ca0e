package org.fanfare.subscription;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fanfare.problem.Fault;
import org.fanfare.sending.ClientIdentity;
import org.fanfare.wire.JsonMembers;

/** The object {@code mtls} of {@code auth}: the client certificate that connections for deliveries show. */
final class MutualTlsJson {

    static final String TYPE = "mtls";

    private static final String CERTIFICATE = "certificate";
    private static final String KEY = "key";
    private static final Set<String> MEMBERS = new TreeSet<>(List.of(CERTIFICATE, KEY));

    private MutualTlsJson() {}

    /** What is wrong with its form, with pointers relative to it. */
    static List<Fault> faults(JsonMembers members) {
        members.refuseBut(MEMBERS);
        for (String member : MEMBERS) {
            if (!members.has(member)) {
                members.fault(member, member + " is required.");
            } else {
                members.text(member);
            }
        }
        return members.faults();
    }

    /** What is wrong with key and certificate, which are both there. */
    static List<Fault> faultsOfPair(JsonObject pair, Instant now) {
        List<Fault> faults = new ArrayList<>();
        ClientIdentity identity = identity(pair);
        identity.faultOfKey().ifPresent(why -> faults.add(Fault.ofMember(KEY, why)));
        if (faults.isEmpty()) {
            identity.faultOfCertificates(now).ifPresent(why -> faults.add(Fault.ofMember(CERTIFICATE, why)));
        }
        return faults;
    }

    static ClientIdentity identity(JsonObject pair) {
        return new ClientIdentity(pair.getString(KEY), pair.getString(CERTIFICATE));
    }
}
