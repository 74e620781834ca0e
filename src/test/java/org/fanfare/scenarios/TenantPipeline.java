package org.fanfare.scenarios;

import org.fanfare.testing.FakeTarget;
import org.fanfare.testing.FanfareClient;
import org.fanfare.testing.Posted;
import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.SharedFanfare.Surroundings;
import org.fanfare.testing.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** One user of a tenant with a target, and events of a type that only they know. */
abstract class TenantPipeline {

    final String type = Posted.newType();
    final String user = SharedFanfare.newUser();
    final FakeTarget target = new FakeTarget();
    FanfareClient anybody;
    FanfareClient own;

    @BeforeEach
    void meet(Surroundings surroundings) {
        anybody = surroundings.fanfare().client();
        own = anybody.as(user).of(SharedFanfare.ACME);
    }

    @AfterEach
    void part() {
        own.delete("/subscriptions");
        target.close();
    }

    String subscribe(FanfareClient caller, FakeTarget to) {
        return Pipeline.subscribe(caller, Wish.ofType(type, to.url()));
    }
}
