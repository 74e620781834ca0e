package org.fanfare.audit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fanfare.wire.JsonText;
import org.fanfare.wire.Page;
import org.fanfare.wire.TimeOrderedId;

/** The store of what was done by whom. Each entry is also a line of the log, once its outcome is known. */
@Stateless
public class AuditLog {

    private static final Logger LOG = System.getLogger(AuditLog.class.getName());
    private static final int PURGED_AT_ONCE = 500;
    private static final int DONE = 200;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private AuditSettings settings;

    /** Records what somebody is about to do. */
    public UUID begin(Actor actor, Deed deed) {
        AuditEntry entry = new AuditEntry(actor, deed, clock.instant());
        em.persist(entry);
        return entry.id();
    }

    /**
     * Records what came of it.
     *
     * @param status of the answer
     * @param detail what was made, or why; null for nothing more
     */
    public void end(UUID id, int status, String detail) {
        AuditEntry entry = em.find(AuditEntry.class, id);
        if (entry != null) {
            entry.end(status, detail);
            log(entry);
        }
    }

    /**
     * Records what Fanfare does of itself, in the transaction that does it.
     *
     * @param path of what is changed
     * @param why a sentence
     */
    public void did(String tenant, String operation, String path, String why) {
        AuditEntry entry = new AuditEntry(Actor.itself(tenant), new Deed(null, operation, path, null), clock.instant());
        entry.end(DONE, why);
        em.persist(entry);
        log(entry);
    }

    /** Newest first. */
    public List<AuditEntry> list(AuditQuery wanted, Page page) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> conditions = new ArrayList<>(List.of("e.tenant = :tenant"));
        values.put("tenant", wanted.tenant());
        require(wanted.user(), "e.name = :user", "user", conditions, values);
        require(wanted.operation(), "e.operation = :operation", "operation", conditions, values);
        require(lowest(wanted.since()), "e.id >= :since", "since", conditions, values);
        require(lowest(wanted.until()), "e.id < :until", "until", conditions, values);
        TypedQuery<AuditEntry> query = em.createQuery(
                "select e from AuditEntry e where " + String.join(" and ", conditions) + " order by e.id desc",
                AuditEntry.class);
        values.forEach(query::setParameter);
        return query.setFirstResult(page.offset()).setMaxResults(page.fetch()).getResultList();
    }

    /** Removes what is older than the retention, some at once. */
    public void purge() {
        em.createNativeQuery("""
                        delete from audit where id in (
                            select id from audit where id < cast(?1 as uuid) order by id limit %d)""".formatted(PURGED_AT_ONCE))
                .setParameter(
                        1,
                        TimeOrderedId.lowest(clock.instant().minus(settings.retention()))
                                .toString())
                .executeUpdate();
    }

    private static UUID lowest(Instant at) {
        return at == null ? null : TimeOrderedId.lowest(at);
    }

    private static void require(
            Object value, String condition, String name, List<String> conditions, Map<String, Object> values) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }

    /** Values as JSON has them: what users wrote cannot break out of the line. */
    private static void log(AuditEntry entry) {
        Map<String, JsonValue> members =
                entry.describe(JsonText.JSON.createObjectBuilder()).build();
        LOG.log(
                Level.INFO,
                () -> "audit id=" + entry.id() + " "
                        + members.entrySet().stream()
                                .map(member -> member.getKey() + "=" + member.getValue())
                                .collect(Collectors.joining(" ")));
    }
}
