package org.fanfare.explain;

import jakarta.json.JsonValue;
import java.util.UUID;
import org.fanfare.filter.Filter;

/**
 * What {@code POST /expressions/test} asks: this filter, on that.
 *
 * @param dialect what the expression was taken for; null if there are filters instead
 * @param document what to test the filter on; null if that is an event
 * @param eventId what to test the filter on; null if that is a document
 */
record Question(Filter filter, String dialect, JsonValue document, UUID eventId) {}
