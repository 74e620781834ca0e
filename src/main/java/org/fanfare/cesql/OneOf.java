package org.fanfare.cesql;

import java.util.List;

/**
 * What an event must have to match: the attribute, with one of the values.
 *
 * @param values in the order of their first mention; if there are none, nothing can match
 */
public record OneOf(String attribute, List<String> values) {

    public OneOf {
        values = List.copyOf(values);
    }
}
