package org.fanfare.event;

import java.util.List;
import java.util.function.Function;
import org.fanfare.problem.Fault;

/** What came of reading a message: all of its events, or none and why. */
public sealed interface Reading {

    /** Gives this outcome to the one of three that is meant for it. */
    <T> T fold(
            Function<? super Read, ? extends T> read,
            Function<? super Refused, ? extends T> refused,
            Function<? super Unsupported, ? extends T> unsupported);

    /** The message is in order; an empty batch has no events. */
    record Read(List<CloudEvent> events, Form form) implements Reading {

        public Read {
            events = List.copyOf(events);
        }

        @Override
        public <T> T fold(
                Function<? super Read, ? extends T> read,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unsupported, ? extends T> unsupported) {
            return read.apply(this);
        }
    }

    /** The message is none that could be taken (400); everything that is wrong with it. */
    record Refused(List<Fault> faults) implements Reading {

        public Refused {
            faults = List.copyOf(faults);
        }

        @Override
        public <T> T fold(
                Function<? super Read, ? extends T> read,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unsupported, ? extends T> unsupported) {
            return refused.apply(this);
        }
    }

    /** A media type no events are read from (415). */
    record Unsupported(String mediaType) implements Reading {

        @Override
        public <T> T fold(
                Function<? super Read, ? extends T> read,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unsupported, ? extends T> unsupported) {
            return unsupported.apply(this);
        }
    }
}
