package org.fanfare.subscription;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.groups.Default;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.fanfare.caller.Owner;
import org.fanfare.problem.Fault;
import org.fanfare.problem.Problem;
import org.fanfare.wire.JsonMembers;

/**
 * Takes over subscriptions of a Pacifica service as they are: with uuid, owner and times, disabled and deleted ones too.
 * What is here already stays as it is. May ask name servers, so not within a transaction.
 */
@ApplicationScoped
public class Imports {

    /** The columns of a row, in the order of their names. */
    public static final Set<String> COLUMNS = Collections.unmodifiableSortedSet(new TreeSet<>(List.of(
            "uuid",
            "name",
            "jsonpath",
            "user",
            "disabled",
            "error",
            "target_url",
            "version",
            "extensions",
            "auth",
            "created",
            "updated",
            "deleted")));

    private static final int LONGEST_USER = 255;

    @EJB
    private Subscriptions subscriptions;

    @Inject
    private EventMatchReader reader;

    @Inject
    private Clock clock;

    /**
     * Takes one over.
     *
     * @param tenant into which
     * @param row in the form that the Pacifica wire has
     * @param isRehearsal whether only to tell what would become of it
     */
    public Imported take(String tenant, JsonObject row, boolean isRehearsal) {
        JsonMembers members = new JsonMembers(row);
        members.refuseBut(COLUMNS);
        require(members);
        EventMatchBody wish;
        try {
            wish = reader.read(members, EventMatchBody.Create.class, Default.class);
        } catch (Problem refused) {
            return Imported.refused(EventMatchBody.uuid(new JsonMembers(row)), faults(refused));
        }
        Owner owner = new Owner(tenant, wish.user());
        Optional<Subscription> known = subscriptions.find(wish.uuid());
        if (known.isPresent()) {
            return compared(owner, wish, known.get());
        }
        return isRehearsal ? Imported.of(wish.uuid(), Imported.Result.IMPORTED) : store(owner, wish);
    }

    private static void require(JsonMembers members) {
        if (!members.has("uuid")) {
            members.fault("uuid", "uuid is required.");
        }
        String user = members.has("user") ? members.text("user") : "";
        if (user != null && (user.isBlank() || user.length() > LONGEST_USER)) {
            members.fault("user", "user is required, and has at most " + LONGEST_USER + " characters.");
        }
        if (members.value("auth") instanceof JsonObject auth && AuthJson.isMasked(auth)) {
            members.fault("auth", "auth holds a mask instead of the secret.");
        }
    }

    private Imported store(Owner owner, EventMatchBody wish) {
        try {
            subscriptions.create(owner, wish);
            return Imported.of(wish.uuid(), Imported.Result.IMPORTED);
        } catch (Problem refused) {
            boolean isThere = subscriptions.find(wish.uuid()).isPresent();
            return isThere ? Imported.existing(wish.uuid()) : Imported.refused(wish.uuid(), faults(refused));
        }
    }

    private static List<Fault> faults(Problem refused) {
        return refused.faults().isEmpty() ? List.of(new Fault("", refused.getMessage())) : refused.faults();
    }

    private Imported compared(Owner owner, EventMatchBody wish, Subscription known) {
        UUID uuid = known.id();
        Subscription wished = new Subscription(uuid, owner, clock.instant());
        wished.apply(wish, clock.instant());
        boolean isSame = known.owner().equals(owner)
                && EventMatchView.withSecrets(wished).equals(EventMatchView.withSecrets(known));
        return Imported.of(uuid, isSame ? Imported.Result.UNCHANGED : Imported.Result.EXISTS);
    }
}
