package org.fanfare.dialect;

import jakarta.json.JsonObject;
import java.util.List;

/**
 * A dialect in which several events go in one request. Fanfare collects them as the subscription wants it; each stays a
 * delivery of its own, with its own attempts. The answer counts for all events of the request.
 */
public interface BatchDialect extends Dialect {

    /**
     * The request that delivers the events.
     *
     * @param batchId that of the delivery if there is one event, otherwise the same whenever the same deliveries go
     *     together; receivers that want each event once go by the events' {@code source} and {@code id}
     * @param events at least one; all of one version
     * @param extensions what the subscription adds to each event
     * @throws Undeliverable if this dialect has no form for one of the events; which one is found out by asking for each
     */
    OutgoingRequest request(String batchId, List<? extends OutgoingEvent> events, JsonObject extensions);

    @Override
    default OutgoingRequest request(String deliveryId, OutgoingEvent event, JsonObject extensions) {
        return request(deliveryId, List.of(event), extensions);
    }
}
