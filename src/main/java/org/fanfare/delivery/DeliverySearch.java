package org.fanfare.delivery;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fanfare.caller.Reach;
import org.fanfare.database.UtcTime;
import org.fanfare.outcome.DeliveryState;
import org.fanfare.wire.TimeOrderedId;

/**
 * Writes the statements that find deliveries along the indexes. Columns of which there is one value only are named in
 * "order by" all the same: so H2 sees that an index has the order already.
 */
final class DeliverySearch {

    /** By so much a node's clock may be behind another's that has accepted the event. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final List<Object> parameters = new ArrayList<>();
    private final StringBuilder conditions = new StringBuilder();

    /** The ids of those that a query asks for, newest first. */
    static Query newest(EntityManager em, DeliveryQuery query, int offset, int most) {
        DeliverySearch search = new DeliverySearch();
        search.and("subscription_id = ", query.subscriptionId());
        search.and("event_id = ", query.eventId());
        // Always there: without it H2 takes an index by subscription alone, and sorts.
        search.and("id >= ", TimeOrderedId.lowest(Objects.requireNonNullElse(query.since(), Instant.EPOCH)));
        search.and("id < ", query.until() == null ? null : TimeOrderedId.lowest(query.until()));
        search.and("tenant = ", query.whose().tenant());
        search.and("owner = ", query.whose().name());
        String page = " limit %d offset %d".formatted(most, offset);
        if (query.state() == null && query.subscriptionId() == null && query.eventId() == null) {
            return search.query(em, search.ofAllStates(query.whose(), offset + most) + page);
        }
        search.and("state = ", query.state());
        return search.query(
                em,
                "select cast(id as varchar(36)) from delivery where 1 = 1" + search.conditions + " order by "
                        + order(query) + page);
    }

    private static String order(DeliveryQuery query) {
        if (query.eventId() != null) {
            return "id desc";
        }
        String first = query.subscriptionId() != null ? "subscription_id desc, " : order(query.whose());
        return first + (query.state() == null ? "" : "state desc, ") + "id desc";
    }

    private static String order(Reach whose) {
        return whose.isAll() ? "tenant desc, " : "tenant desc, owner desc, ";
    }

    /**
     * There is no index by tenant or owner and id: each state is read along its part of those by tenant, perhaps owner, state
     * and id.
     */
    private String ofAllStates(Reach whose, int most) {
        String parts = Arrays.stream(DeliveryState.values())
                .map(state -> "(select id from delivery where state = '%s'%s order by %sstate desc, id desc limit %d)"
                        .formatted(state, conditions, order(whose), most))
                .collect(Collectors.joining(" union all "));
        return "select cast(id as varchar(36)) from (" + parts + ") found order by id desc";
    }

    /** The ids of the next of a selection, in their order. */
    static Query next(EntityManager em, DeliverySelection selection, UUID after, int most) {
        DeliverySearch search = of(selection, after);
        String order = selection.eventId() != null
                ? "id"
                : selection.state() == null ? "subscription_id, id" : "subscription_id, state, id";
        return search.query(
                em,
                "select cast(id as varchar(36)) from delivery where kind = 'EVENT'" + search.conditions + " order by "
                        + order + " limit " + most);
    }

    /** How many a selection has; not more than {@code most} are counted. */
    static Query count(EntityManager em, DeliverySelection selection, int most) {
        DeliverySearch search = of(selection, null);
        return search.query(
                em,
                "select count(*) from (select 1 from delivery where kind = 'EVENT'" + search.conditions + " limit "
                        + most + ") counted");
    }

    private static DeliverySearch of(DeliverySelection selection, UUID after) {
        DeliverySearch search = new DeliverySearch();
        search.and("subscription_id = ", selection.subscriptionId());
        search.and("event_id = ", selection.eventId());
        if (selection.whose() != null) {
            search.and("tenant = ", selection.whose().tenant());
            search.and("owner = ", selection.whose().name());
        }
        if (selection.state() == null) {
            search.conditions.append(" and state <> 'PENDING'");
        } else {
            search.and("state = ", selection.state());
        }
        search.and("id > ", after);
        if (selection.settled() != null) {
            search.and("settled_at >= ", selection.settled().since());
            search.and("settled_at < ", selection.settled().until());
        }
        if (selection.received() != null) {
            Instant since = selection.received().since();
            // A delivery is made after its event: so the index by subscription and id need not be read from its start.
            search.and("id >= ", TimeOrderedId.lowest(since.minus(SKEW)));
            search.and("event_id >= ", TimeOrderedId.lowest(since));
            search.and("event_id < ", TimeOrderedId.lowest(selection.received().until()));
        }
        return search;
    }

    private void and(String condition, Object value) {
        if (value == null) {
            return;
        }
        if (value instanceof Instant instant) {
            parameters.add(UtcTime.of(instant));
        } else {
            parameters.add(value.toString());
        }
        String parameter = "?" + parameters.size();
        conditions
                .append(" and ")
                .append(condition)
                .append(value instanceof UUID ? "cast(" + parameter + " as uuid)" : parameter);
    }

    private Query query(EntityManager em, String sql) {
        Query query = em.createNativeQuery(sql);
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        return query;
    }
}
