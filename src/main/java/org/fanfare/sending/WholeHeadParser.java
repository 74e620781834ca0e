package org.fanfare.sending;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;

/**
 * Takes a response head only up to its empty line. The library's parser also takes the end of the connection for the end
 * of the head, and a target that dies after {@code HTTP/1.1 200 OK} would count as having accepted (RFC 9112, 8: such a
 * message is incomplete).
 */
final class WholeHeadParser extends DefaultHttpResponseParser {

    WholeHeadParser(Http1Config limits) {
        super(limits);
    }

    @Override
    public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream input) throws IOException, HttpException {
        return super.parse(buffer, new Unending(input));
    }

    /** More is read only while the head is not whole: then an end is a failure. */
    private static final class Unending extends FilterInputStream {

        private Unending(InputStream input) {
            super(input);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            if (count < 0) {
                throw new ConnectionClosedException("The connection ended within the response head");
            }
            return count;
        }
    }
}
