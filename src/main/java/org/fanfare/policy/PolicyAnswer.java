package org.fanfare.policy;

/** What the policy says about one user and one event. */
public sealed interface PolicyAnswer {

    /** For records and logs: the answer in a few words. */
    String summary();

    Inquiry inquiry();

    /** Its name on the wire and in metrics. */
    String wireName();

    /** The user may see the event. */
    record Allowed(String summary, Inquiry inquiry) implements PolicyAnswer {

        @Override
        public String wireName() {
            return "allowed";
        }
    }

    /** The user may not. */
    record Refused(String summary, Inquiry inquiry) implements PolicyAnswer {

        @Override
        public String wireName() {
            return "refused";
        }
    }

    /** Nobody knows: the policy service does not answer, or not with a yes or no. To be asked again later. */
    record Unavailable(String summary, Inquiry inquiry) implements PolicyAnswer {

        @Override
        public String wireName() {
            return "unavailable";
        }
    }
}
