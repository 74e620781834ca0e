package org.fanfare.dialect;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The batched mode of CloudEvents' HTTP binding (1.0.2, 3.3): a JSON array of events, each as {@code
 * cloudevents-structured} has it, all of one version. An array of one event is an array.
 *
 * <p>No version before 0.2 has such arrays. Events of 0.1 go among themselves all the same, as the objects of 0.1 that they
 * are: whoever wants batches of them gets what he would get one by one.
 *
 * <p>The {@code webhook-id} is one of the array. Attempts are repeated event by event, in whatever company, so a receiver
 * that wants each event once goes by {@code source} and {@code id}, as CloudEvents 1.0.2 (3.1.1) has it.
 */
final class CloudEventsBatchDialect implements BatchDialect {

    @Override
    public String wireName() {
        return "cloudevents-batch";
    }

    @Override
    public OutgoingRequest request(String batchId, List<? extends OutgoingEvent> events, JsonObject extensions) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/cloudevents-batch+json");
        headers.put("User-Agent", "Fanfare");
        headers.put("webhook-id", batchId);
        ByteArrayOutputStream array = new ByteArrayOutputStream();
        for (OutgoingEvent event : events) {
            array.write(array.size() == 0 ? '[' : ',');
            array.writeBytes(WholeEventDialect.extended(event, extensions));
        }
        array.write(']');
        return new OutgoingRequest(method(), headers, array.toByteArray());
    }
}
