package org.fanfare.sending;

import org.apache.hc.core5.http.HttpException;

/** The proxy was not reached, or did not make the tunnel it was asked for. Its message is for the subscriber. */
final class ProxyFailure extends HttpException {

    private static final long serialVersionUID = 1L;

    private ProxyFailure(String sentence) {
        super(sentence);
    }

    static ProxyFailure answered(int status) {
        return new ProxyFailure("The proxy answered " + status + " instead of connecting to the target.");
    }

    static ProxyFailure unreached() {
        return new ProxyFailure("The proxy on the way to the target could not be reached.");
    }
}
