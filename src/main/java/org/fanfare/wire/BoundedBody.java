package org.fanfare.wire;

import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;

/** Reads the body of a request, but no more of it than there may be. */
public final class BoundedBody {

    private BoundedBody() {}

    /**
     * The whole body. One that is too large is a problem for the caller: at once where {@code Content-Length} says so,
     * otherwise as soon as it has gone too far.
     */
    public static byte[] read(HttpHeaders headers, InputStream body, int maxBytes) throws IOException {
        if (headers.getLength() > maxBytes) {
            throw tooLarge(maxBytes);
        }
        byte[] bytes = body.readNBytes(maxBytes + 1);
        if (bytes.length > maxBytes) {
            throw tooLarge(maxBytes);
        }
        return bytes;
    }

    private static Problem tooLarge(int maxBytes) {
        return Problem.of(ProblemType.TOO_LARGE, "A body has at most " + maxBytes + " bytes here.");
    }
}
