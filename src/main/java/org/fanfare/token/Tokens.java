package org.fanfare.token;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fanfare.database.UtcTime;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.wire.Page;

/** The store of tokens. */
@Stateless
public class Tokens {

    private static final int MOST_OF_ONE_OWNER = 100;
    private static final int PURGED_AT_ONCE = 500;

    /** How well it is known when a token was used last: a row is not written for each request. */
    private static final Duration COARSE = Duration.ofMinutes(10);

    /** How long those that have ended can still be seen. */
    private static final Duration KEPT = Duration.ofDays(30);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    /** Makes a token; a problem if its owner has as many as he may. */
    public ApiToken create(TokenOrder order, TokenText text, String createdBy) {
        long live = em.createQuery(
                        "select count(t) from ApiToken t"
                                + " where t.tenant = :tenant and t.owner = :owner and t.revokedAt is null"
                                + " and (t.expiresAt is null or t.expiresAt > :now)",
                        Long.class)
                .setParameter("now", UtcTime.of(clock.instant()))
                .setParameter("tenant", order.tenant())
                .setParameter("owner", order.owner())
                .getSingleResult();
        if (live >= MOST_OF_ONE_OWNER) {
            throw Problem.of(
                    ProblemType.CONFLICT,
                    order.owner() + " has " + live + " tokens, as many as there may be. Revoke one.");
        }
        ApiToken token = new ApiToken(order, text, createdBy, clock.instant());
        em.persist(token);
        return token;
    }

    public Optional<ApiToken> find(UUID id) {
        return Optional.ofNullable(em.find(ApiToken.class, id));
    }

    /** The live token that somebody shows, whose use is noted now and then. */
    public Optional<ApiToken> use(TokenText text) {
        Instant now = clock.instant();
        Optional<ApiToken> live = em.createQuery("select t from ApiToken t where t.hash = :hash", ApiToken.class)
                .setParameter("hash", text.hash())
                .getResultStream()
                .findFirst()
                .filter(token -> token.isLive(now));
        live.filter(token -> token.lastUsedAt().orElse(Instant.EPOCH).isBefore(now.minus(COARSE)))
                .ifPresent(token -> noteUse(token, now));
        return live;
    }

    /** By statement, not by entity: so it cannot undo what another node does to the row meanwhile. */
    private void noteUse(ApiToken token, Instant now) {
        em.createQuery("update ApiToken t set t.lastUsedAt = :now where t.id = :id")
                .setParameter("now", UtcTime.of(now))
                .setParameter("id", token.id())
                .executeUpdate();
    }

    /** The tokens of a tenant, newest first; of one owner, unless {@code owner} is null. */
    public List<ApiToken> list(String tenant, String owner, Page page) {
        String condition = owner == null ? "" : " and t.owner = :owner";
        TypedQuery<ApiToken> query = em.createQuery(
                        "select t from ApiToken t where t.tenant = :tenant" + condition + " order by t.id desc",
                        ApiToken.class)
                .setParameter("tenant", tenant);
        if (owner != null) {
            query.setParameter("owner", owner);
        }
        return query.setFirstResult(page.offset()).setMaxResults(page.fetch()).getResultList();
    }

    public void revoke(UUID id) {
        find(id).ifPresent(token -> token.revoke(clock.instant()));
    }

    /** Deletes some of those that ended long ago. */
    public int purge() {
        List<UUID> some = em.createQuery(
                        "select t.id from ApiToken t where t.expiresAt < :then or t.revokedAt < :then", UUID.class)
                .setParameter("then", UtcTime.of(clock.instant().minus(KEPT)))
                .setMaxResults(PURGED_AT_ONCE)
                .getResultList();
        if (some.isEmpty()) {
            return 0;
        }
        return em.createQuery("delete from ApiToken t where t.id in :some")
                .setParameter("some", some)
                .executeUpdate();
    }
}
