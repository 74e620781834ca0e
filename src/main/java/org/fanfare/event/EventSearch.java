package org.fanfare.event;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fanfare.wire.TimeOrderedId;

/**
 * Finds the newest events that fit a query: their ids along indexes, then the events.
 *
 * <p>What an owner sees are two lists, each in an index in the right order, of which no more is read than the answer may
 * need. Said with "or" instead, it would be looked up for each event there is: quick for who sees nearly all of them,
 * slow for who sees few.
 */
final class EventSearch {

    private final List<Object> parameters = new ArrayList<>();
    private final EventQuery query;

    EventSearch(EventQuery query) {
        this.query = query;
    }

    List<Event> newest(EntityManager em, int offset, int most) {
        String page = " limit %d offset %d".formatted(most, offset);
        Query search = em.createNativeQuery((query.whose().isAll() ? all() : seen(offset + most)) + page);
        for (int i = 0; i < parameters.size(); i++) {
            search.setParameter(i + 1, parameters.get(i));
        }
        @SuppressWarnings("unchecked")
        List<String> ids = search.getResultList();
        return ids.isEmpty()
                ? List.of()
                : em.createQuery("select e from Event e where e.id in :ids order by e.id desc", Event.class)
                        .setParameter("ids", ids.stream().map(UUID::fromString).toList())
                        .getResultList();
    }

    private String all() {
        String tenant = parameter(query.whose().tenant());
        return "select cast(e.id as varchar(36)) from event e where e.tenant = " + tenant + fitting("e.id")
                + " order by e.tenant desc, e.id desc";
    }

    /**
     * Of several deliveries of an event to one owner the first stands for it. Tenant and owner are named in "order
     * by" although there is only one: so H2 sees that the index has the order already.
     */
    private String seen(int most) {
        String tenant = parameter(query.whose().tenant());
        String owner = parameter(query.whose().name());
        return """
                select cast(id as varchar(36)) from (
                    (select d.event_id as id from delivery d join event e on e.id = d.event_id
                    where d.tenant = %7$s and d.owner = %1$s and %5$s %2$s
                    and not exists (select 1 from delivery f where f.tenant = d.tenant and f.owner = d.owner and f.event_id = d.event_id
                        and %6$s and f.id < d.id)
                    order by d.tenant desc, d.owner desc, d.event_id desc limit %4$d)
                union
                    (select e.id from event e where e.tenant = %7$s and e.submitted_by = %1$s and e.audience is null %3$s
                    order by e.tenant desc, e.submitted_by desc, e.id desc limit %4$d)
                ) seen order by id desc""".formatted(owner, fitting("d.event_id"), fitting("e.id"), most, shown("d"), shown("f"), tenant);
    }

    /** Not denied, nor denied before and opened anew without an attempt since. */
    private static String shown(String delivery) {
        return """
                %1$s.state <> 'DENIED' and (%1$s.denied_after is null or %1$s.denied_after <> %1$s.attempts
                or %1$s.state = 'DELIVERED')""".formatted(delivery);
    }

    private String fitting(String id) {
        StringBuilder conditions = new StringBuilder();
        if (query.since() != null) {
            conditions.append(" and ").append(id).append(" >= ").append(lowest(query.since()));
        }
        if (query.until() != null) {
            conditions.append(" and ").append(id).append(" < ").append(lowest(query.until()));
        }
        if (query.type() != null) {
            conditions.append(" and e.type = ").append(parameter(query.type()));
        }
        if (query.source() != null) {
            conditions.append(" and e.source_key = ").append(parameter(EventIdentity.sourceKey(query.source())));
        }
        return conditions.toString();
    }

    private String lowest(Instant at) {
        return "cast(" + parameter(TimeOrderedId.lowest(at).toString()) + " as uuid)";
    }

    /** Where the statement says this value. */
    private String parameter(Object value) {
        parameters.add(value);
        return "?" + parameters.size();
    }
}
