package org.fanfare.start;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.fanfare.audit.AuditLog;
import org.fanfare.audit.AuditSettings;
import org.fanfare.caller.CallerSettings;
import org.fanfare.database.DatabaseSettings;
import org.fanfare.database.Schema;
import org.fanfare.delivery.AttemptRings;
import org.fanfare.delivery.DeadLetterQueue;
import org.fanfare.delivery.DeadLetterSettings;
import org.fanfare.delivery.DeliverySettings;
import org.fanfare.delivery.DueDeliveries;
import org.fanfare.delivery.WaitingRoom;
import org.fanfare.dialect.Dialects;
import org.fanfare.entrance.Entrance;
import org.fanfare.event.EventLog;
import org.fanfare.event.EventSettings;
import org.fanfare.filter.ExpressionSettings;
import org.fanfare.guard.Patience;
import org.fanfare.handshake.DueHandshakes;
import org.fanfare.handshake.HandshakeSettings;
import org.fanfare.health.HealthSettings;
import org.fanfare.policy.PolicySettings;
import org.fanfare.receive.ReceiveSettings;
import org.fanfare.replay.JobRunner;
import org.fanfare.replay.Jobs;
import org.fanfare.replay.ReplaySettings;
import org.fanfare.routing.DueEvents;
import org.fanfare.routing.MatchingSettings;
import org.fanfare.routing.SubscriptionIndex;
import org.fanfare.secret.MasterKeys;
import org.fanfare.sending.NewTargets;
import org.fanfare.settings.KeyCheck;
import org.fanfare.subscription.SecretsRotation;
import org.fanfare.subscription.StaticSubscriptions;
import org.fanfare.tenant.TenantSettings;
import org.fanfare.token.TokenSettings;
import org.fanfare.token.Tokens;
import org.fanfare.traffic.TrafficSettings;

/**
 * Starts Fanfare in order: settings, database, schema, subscriptions, timers. Where a step fails, the deployment fails
 * with its sentence.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Boot {

    private static final Logger LOG = System.getLogger(Boot.class.getName());
    private static final int PURGED_AT_ONCE = 500;

    @Resource(lookup = "java:comp/env/jdbc/fanfare")
    private DataSource dataSource;

    @Resource
    private ManagedScheduledExecutorService timer;

    /** All settings are injected here, used or not, so that a wrong one is told now and not at the first request. */
    @Inject
    private DatabaseSettings databaseSettings;

    @Inject
    private CallerSettings callerSettings;

    @Inject
    private Entrance entrance;

    @Inject
    private TokenSettings tokenSettings;

    @Inject
    private TenantSettings tenantSettings;

    @Inject
    private AuditSettings auditSettings;

    @Inject
    private Patience patience;

    @Inject
    private ReceiveSettings receiveSettings;

    @Inject
    private EventSettings eventSettings;

    @Inject
    private MatchingSettings matchingSettings;

    @Inject
    private ExpressionSettings expressionSettings;

    @Inject
    private PolicySettings policySettings;

    @Inject
    private DeliverySettings deliverySettings;

    @Inject
    private HealthSettings healthSettings;

    @Inject
    private DeadLetterSettings deadLetterSettings;

    @Inject
    private ReplaySettings replaySettings;

    @Inject
    private TrafficSettings trafficSettings;

    @Inject
    private NewTargets newTargets;

    @Inject
    private HandshakeSettings handshakeSettings;

    @Inject
    private Dialects dialects;

    @Inject
    private MasterKeys masterKeys;

    @Inject
    private SecretsRotation secrets;

    @Inject
    private StaticSubscriptions staticSubscriptions;

    @Inject
    private SubscriptionIndex subscriptionIndex;

    @Inject
    private DueEvents dueEvents;

    @Inject
    private DueDeliveries dueDeliveries;

    @Inject
    private AttemptRings attemptRings;

    @Inject
    private DeadLetterQueue deadLetterQueue;

    @Inject
    private JobRunner jobRunner;

    @Inject
    private WaitingRoom waitingRoom;

    @Inject
    private DueHandshakes dueHandshakes;

    @EJB
    private EventLog events;

    @EJB
    private Jobs jobs;

    @EJB
    private Tokens tokens;

    @EJB
    private AuditLog audit;

    private final List<ScheduledFuture<?>> timers = new ArrayList<>();

    @PostConstruct
    void start() {
        KeyCheck.run();
        new Schema(dataSource, databaseSettings).prepare();
        secrets.begin();
        staticSubscriptions.reconcile();
        subscriptionIndex.load();
        waitingRoom.open();
        every(500, patience::watch);
        every(500, subscriptionIndex::catchUp);
        every(1000, dueEvents::nudge);
        every(1000, dueDeliveries::nudge);
        every(1000, deadLetterQueue::send);
        every(500, jobRunner::run);
        every(1000, dueHandshakes::ask);
        every(60_000, this::purge);
        every(60_000, attemptRings::thin);
        every(60_000, jobs::purge);
        every(60_000, tokens::purge);
        every(60_000, audit::purge);
    }

    @PreDestroy
    void stop() {
        timers.forEach(running -> running.cancel(false));
    }

    private void purge() {
        int purged;
        do {
            purged = events.purge(PURGED_AT_ONCE);
            if (purged > 0) {
                LOG.log(Level.INFO, "events purged count=" + purged);
            }
        } while (purged == PURGED_AT_ONCE);
    }

    private void every(long millis, Runnable work) {
        Runnable surviving = () -> {
            try {
                work.run();
            } catch (RuntimeException failed) {
                // The executor would drop a task that throws; the database or the broker may be back next time.
                LOG.log(Level.WARNING, "periodic work failed, it will be tried again", failed);
            }
        };
        timers.add(timer.scheduleWithFixedDelay(surviving, millis, millis, TimeUnit.MILLISECONDS));
    }
}
