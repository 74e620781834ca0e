package org.fanfare.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {

    private static final int COUNT = 20;

    private final Queue<Integer> received = new ConcurrentLinkedQueue<>();
    private final Ledger ledger = new Ledger(1, COUNT, Events.to(0, SampleEvent.ofType("x")));
    private FakeServer server;

    @BeforeEach
    void start() throws Exception {
        server = new FakeServer(
                InetAddress.getByName("127.0.0.1"),
                request -> received.add(SampleEvent.numberIn(request.body(), request.bodyLength())),
                "{}");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void anOpenLoopLeavesNoEventOutAndItsTimesCountFromWhenTheyWereDue() throws Exception {
        server.answerAfter(50);
        load(new Load.Shape(1000, 1, Integer.MAX_VALUE, Double.MAX_VALUE)).run();
        assertThat(received).containsExactlyElementsOf(all());
        // The last was due after 19 ms and answered after 20 times 50 ms, over the one connection.
        assertThat(ledger.toAccept().at(100)).isGreaterThan(950);
    }

    @Test
    void anOpenLoopThatIsHopelessIsGivenUp() throws Exception {
        server.answerAfter(50);
        load(new Load.Shape(1000, 1, 3, Double.MAX_VALUE)).run();
        assertThat(ledger.posted()).isLessThan(COUNT);
    }

    @Test
    void aClosedLoopsTimesAreThoseOfTheRequests() throws Exception {
        load(new Load.Shape(Pace.CLOSED, 4, COUNT, Double.MAX_VALUE)).run();
        assertThat(received).containsExactlyInAnyOrderElementsOf(all());
        assertThat(ledger.accepted().count()).isEqualTo(COUNT);
    }

    @Test
    void whatIsNotAnsweredIsRefused() throws Exception {
        server.down();
        load(new Load.Shape(Pace.CLOSED, 2, COUNT, Double.MAX_VALUE)).run();
        assertThat(ledger.refusals()).isEqualTo(COUNT);
        assertThat(ledger.firstRefusal()).contains("refused");
        assertThat(ledger.faults().missing()).isZero();
    }

    private static List<Integer> all() {
        return IntStream.rangeClosed(1, COUNT).boxed().toList();
    }

    private Load load(Load.Shape shape) {
        return new Load(Remote.at("http://127.0.0.1:" + server.port()), ledger, shape);
    }
}
