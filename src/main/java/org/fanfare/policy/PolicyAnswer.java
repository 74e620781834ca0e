package org.fanfare.policy;

/** What the policy says about one user and one event. */
public sealed interface PolicyAnswer {

    /** For records and logs: the answer in a few words. */
    String summary();

    /** Its name in metrics. */
    String metric();

    /** The user may see the event. */
    record Allowed(String summary) implements PolicyAnswer {

        @Override
        public String metric() {
            return "allowed";
        }
    }

    /** The user may not. */
    record Refused(String summary) implements PolicyAnswer {

        @Override
        public String metric() {
            return "refused";
        }
    }

    /** Nobody knows: the policy service does not answer, or not with a yes or no. To be asked again later. */
    record Unavailable(String summary) implements PolicyAnswer {

        @Override
        public String metric() {
            return "unavailable";
        }
    }
}
