package org.fanfare.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.fanfare.bench.Arrivals.Arrival;
import org.fanfare.bench.Arrivals.Body;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private static final int MANY = 10_000;

    private final Arrivals arrivals = new Arrivals();

    @Test
    void eachArrivalIsToldOnceHoweverManyThereAre() throws IOException {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        List<Arrival> all = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            all.add(new Arrival(i, i % 7, 1_000_000_000_000L + i));
            arrivals.add(all.get(i), body, body.length);
        }
        assertThat(told()).isEqualTo(all);
        assertThat(told()).isEmpty();
        Arrival next = new Arrival(5, 5, 5);
        arrivals.add(next, body, body.length);
        assertThat(told()).containsExactly(next);
    }

    @Test
    void someBodiesAreKept() throws IOException {
        byte[] buffer = "the body, and what the buffer had before".getBytes(StandardCharsets.UTF_8);
        arrivals.add(new Arrival(Arrivals.BODIES_OF, 0, 0), buffer, 8);
        arrivals.add(new Arrival(Arrivals.BODIES_OF + 1, 0, 0), buffer, 8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        arrivals.writeBodies(new DataOutputStream(out));
        List<Body> bodies = Arrivals.readBodies(input(out));
        assertThat(bodies).hasSize(1);
        assertThat(bodies.get(0).event()).isEqualTo(Arrivals.BODIES_OF);
        assertThat(bodies.get(0).bytes()).asString(StandardCharsets.UTF_8).isEqualTo("the body");
    }

    private List<Arrival> told() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        arrivals.writeLog(new DataOutputStream(out));
        List<Arrival> read = new ArrayList<>();
        Arrivals.readLog(input(out), read::add);
        return read;
    }

    private static DataInputStream input(ByteArrayOutputStream written) {
        return new DataInputStream(new ByteArrayInputStream(written.toByteArray()));
    }
}
