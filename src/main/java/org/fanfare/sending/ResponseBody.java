package org.fanfare.sending;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;

/**
 * As much of a response body as is worth keeping.
 *
 * @param excerpt its beginning as text
 * @param length its length in bytes, -1 if not known
 * @param isWhole whether it was read to its end
 */
record ResponseBody(String excerpt, long length, boolean isWhole) {

    private static final ResponseBody NONE = new ResponseBody("", 0, true);
    private static final char REPLACEMENT = '\uFFFD';

    /** Reads at most {@code max} bytes; a body that breaks off or goes on is read as far as it came. */
    static ResponseBody read(HttpEntity entity, int max) {
        if (entity == null) {
            return NONE;
        }
        byte[] bytes = new byte[max];
        int count = 0;
        boolean isWhole = false;
        try {
            InputStream content = entity.getContent(); // not closed: closing would read the rest, however long
            int more = content.read(bytes, 0, max);
            while (more > 0) {
                count += more;
                more = content.read(bytes, count, max - count);
            }
            isWhole = content.read() < 0;
        } catch (IOException e) {
            // cut off, timed out or malformed: the head counts, and what came of the body
        }
        long length = isWhole ? count : entity.getContentLength();
        return new ResponseBody(text(entity, Arrays.copyOf(bytes, count)), length, isWhole);
    }

    private static String text(HttpEntity entity, byte[] bytes) {
        String encoding = entity.getContentEncoding();
        if (encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity")) {
            return "";
        }
        CharBuffer text = CharBuffer.allocate(bytes.length * 2);
        charset(entity)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .decode(ByteBuffer.wrap(bytes), text, false); // not the end: a character cut in half is left out
        return printable(text.flip());
    }

    private static Charset charset(HttpEntity entity) {
        return Optional.ofNullable(ContentType.parseLenient(entity.getContentType()))
                .map(ContentType::getCharset)
                .orElse(StandardCharsets.UTF_8);
    }

    /** PostgreSQL takes no NUL in a text, and a terminal no escape sequences. */
    private static String printable(CharBuffer text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.chars()
                .map(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t' ? REPLACEMENT : c)
                .forEach(c -> printable.append((char) c));
        return printable.toString();
    }
}
