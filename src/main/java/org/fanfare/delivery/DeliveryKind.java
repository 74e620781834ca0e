package org.fanfare.delivery;

/** Which of a subscription's targets a delivery goes to. An event is owed to each of them once. */
public enum DeliveryKind {
    /** To the target. */
    EVENT,
    /** To the dead-letter target, because the delivery to the target has failed. */
    DEAD_LETTER
}
