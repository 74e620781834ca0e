package org.fanfare.jsonpath;

/** Leaves an evaluation from any depth; the door turns it into {@link Evaluation.Faulted}, it never gets further. */
final class EvaluationFault extends RuntimeException {

    private final transient Evaluation.Reason reason;

    EvaluationFault(Evaluation.Reason reason, String sentence) {
        super(sentence, null, false, false);
        this.reason = reason;
    }

    Evaluation.Reason reason() {
        return reason;
    }

    Evaluation.Faulted faulted() {
        return new Evaluation.Faulted(reason, getMessage());
    }
}
