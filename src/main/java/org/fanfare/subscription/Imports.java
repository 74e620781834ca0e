package org.fanfare.subscription;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.groups.Default;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.fanfare.caller.Owner;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.wire.JsonMembers;

/**
 * Takes over subscriptions of a Pacifica service as they are: with uuid, owner and times, disabled and deleted ones too.
 * What is here already stays as it is. May ask name servers, so not within a transaction.
 */
@ApplicationScoped
public class Imports {

    private static final Set<String> MEMBERS = new TreeSet<>(List.of(
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
            "deleted"));
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
     * @param row in the form that the Pacifica wire has
     * @param tenant whose it is to be
     * @param isRehearsal whether only to tell what would become of it
     */
    public Imported take(JsonObject row, String tenant, boolean isRehearsal) {
        JsonMembers members = new JsonMembers(row);
        members.refuseBut(MEMBERS);
        require(members);
        EventMatchBody wish;
        try {
            wish = reader.read(members, EventMatchBody.Create.class, Default.class);
        } catch (Problem refused) {
            return Imported.refused(EventMatchBody.uuid(new JsonMembers(row)), refused.faults());
        }
        Optional<Subscription> known = subscriptions.find(wish.uuid());
        if (known.isPresent()) {
            return compared(wish, new Owner(tenant, wish.user()), known.get());
        }
        return isRehearsal
                ? Imported.of(wish.uuid(), Imported.Result.IMPORTED)
                : store(wish, new Owner(tenant, wish.user()));
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

    private Imported store(EventMatchBody wish, Owner owner) {
        try {
            subscriptions.create(owner, wish);
            return Imported.of(wish.uuid(), Imported.Result.IMPORTED);
        } catch (Problem refused) {
            return refused.type() == ProblemType.CONFLICT
                    ? Imported.of(wish.uuid(), Imported.Result.EXISTS)
                    : Imported.refused(wish.uuid(), refused.faults());
        }
    }

    private Imported compared(EventMatchBody wish, Owner owner, Subscription known) {
        UUID uuid = known.id();
        Subscription wished = new Subscription(uuid, owner, clock.instant());
        wished.apply(wish, clock.instant());
        boolean isSame = owner.equals(known.owner())
                && EventMatchView.withSecrets(wished).equals(EventMatchView.withSecrets(known));
        return Imported.of(uuid, isSame ? Imported.Result.UNCHANGED : Imported.Result.EXISTS);
    }
}
