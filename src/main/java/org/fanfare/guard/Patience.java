package org.fanfare.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Watches over the requests that wait for their clients, each on a thread that others need. One has
 * {@code fanfare.http.patience}. Where many are slow at once, there is less: of those that have waited for more than a
 * second, the slowest are cut off until there are no more than {@code fanfare.http.slow-clients}.
 */
@ApplicationScoped
public class Patience {

    private static final Logger LOG = System.getLogger(Patience.class.getName());
    private static final Duration SLOW = Duration.ofSeconds(1);

    private final Set<Visit> visits = ConcurrentHashMap.newKeySet();
    private final LongSupplier nanos;
    private final Duration longest;
    private final int mostSlow;

    @Inject
    public Patience(GuardSettings settings) {
        this(settings.patience(), settings.slowClients(), System::nanoTime);
    }

    Patience(Duration longest, int mostSlow, LongSupplier nanos) {
        this.longest = longest;
        this.mostSlow = mostSlow;
        this.nanos = nanos;
    }

    /** For the server, which makes a proxy of this class. */
    protected Patience() {
        this(Duration.ZERO, 0, System::nanoTime);
    }

    /** A request comes: one for each direction. To be closed when it goes. */
    Visit visit() {
        Visit[] self = new Visit[1];
        self[0] = new Visit(nanos, () -> visits.remove(self[0]));
        visits.add(self[0]);
        return self[0];
    }

    /** To be called every now and then: cuts off whoever has had his time. */
    public void watch() {
        List<Slow> slow = visits.stream()
                .map(visit -> new Slow(visit, visit.waited()))
                .filter(one -> one.waited() > SLOW.toNanos())
                .sorted(Comparator.comparingLong(Slow::waited).reversed())
                .toList();
        int tooMany = slow.size() - mostSlow;
        for (int i = 0; i < slow.size(); i++) {
            if (i < tooMany || slow.get(i).waited() > longest.toNanos()) {
                slow.get(i).visit().cut();
                LOG.log(
                        Level.INFO,
                        "slow client cut off millis={0} slow={1}",
                        Long.toString(slow.get(i).waited() / 1_000_000),
                        slow.size());
            }
        }
    }

    private record Slow(Visit visit, long waited) {}
}
