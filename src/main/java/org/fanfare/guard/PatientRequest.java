package org.fanfare.guard;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;

/** A request whose body is waited for within bounds. A body that does not come is the client's problem, not an incident. */
final class PatientRequest extends HttpServletRequestWrapper {

    private final Visit visit;
    private ServletInputStream body;

    PatientRequest(HttpServletRequest request, Visit visit) {
        super(request);
        this.visit = visit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new Body(super.getInputStream());
        }
        return body;
    }

    private final class Body extends ServletInputStream {

        private final ServletInputStream in;

        Body(ServletInputStream in) {
            this.in = in;
        }

        @Override
        public int read() {
            return await(in::read);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            return await(() -> in.read(bytes, offset, length));
        }

        @Override
        public int available() throws IOException {
            return in.available();
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }

        private int await(Visit.Exchange<Integer> reading) {
            try {
                return visit.await(reading);
            } catch (IOException broken) {
                throw visit.isCut()
                        ? Problem.of(ProblemType.TIMEOUT, "The body came too slowly.")
                        : Problem.of(ProblemType.MALFORMED, "The body broke off, or is not framed as HTTP has it.");
            }
        }
    }
}
