package org.fanfare.guard;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * A response that waits within bounds for whoever is to read it. Once the connection is gone nobody does, and what is written
 * then is dropped: that clients go is no incident.
 */
final class PatientResponse extends HttpServletResponseWrapper {

    private final Visit visit;
    private ServletOutputStream body;
    private boolean isGone;

    PatientResponse(HttpServletResponse response, Visit visit) {
        super(response);
        this.visit = visit;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (body == null) {
            body = new Body(super.getOutputStream());
        }
        return body;
    }

    @Override
    public void flushBuffer() throws IOException {
        await(super::flushBuffer);
    }

    /** Sends what is left while the visit is still watched. What fits into the buffer does not block, and may have a length. */
    void finish() throws IOException {
        if (isCommitted()) {
            flushBuffer();
        }
    }

    private final class Body extends ServletOutputStream {

        private final ServletOutputStream out;

        Body(ServletOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int each) throws IOException {
            await(() -> out.write(each));
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            await(() -> out.write(bytes, offset, length));
        }

        @Override
        public void flush() throws IOException {
            await(out::flush);
        }

        @Override
        public void close() throws IOException {
            await(out::close);
        }

        @Override
        public boolean isReady() {
            return out.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            out.setWriteListener(listener);
        }
    }

    private void await(Writing writing) throws IOException {
        if (isGone) {
            return;
        }
        visit.await(() -> {
            try {
                writing.run();
            } catch (IOException broken) {
                isGone = true;
            }
            return null;
        });
    }

    private interface Writing {
        void run() throws IOException;
    }
}
