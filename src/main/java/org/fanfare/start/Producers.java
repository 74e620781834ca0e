package org.fanfare.start;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.fanfare.audit.AuditSettings;
import org.fanfare.caller.CallerSettings;
import org.fanfare.database.DatabaseSettings;
import org.fanfare.delivery.DeadLetterSettings;
import org.fanfare.delivery.DeliverySettings;
import org.fanfare.demo.DemoSettings;
import org.fanfare.destination.DestinationRule;
import org.fanfare.destination.DestinationSettings;
import org.fanfare.destination.Destinations;
import org.fanfare.dialect.Dialect;
import org.fanfare.dialect.Dialects;
import org.fanfare.entrance.Entrance;
import org.fanfare.event.EventSettings;
import org.fanfare.explain.ExplainSettings;
import org.fanfare.filter.ExpressionSettings;
import org.fanfare.guard.GuardSettings;
import org.fanfare.handshake.HandshakeSettings;
import org.fanfare.health.HealthSettings;
import org.fanfare.policy.PolicySettings;
import org.fanfare.receive.ReceiveSettings;
import org.fanfare.replay.ReplaySettings;
import org.fanfare.routing.MatchingSettings;
import org.fanfare.secret.MasterKeys;
import org.fanfare.sending.HttpSender;
import org.fanfare.sending.NewTargets;
import org.fanfare.sending.ProxySettings;
import org.fanfare.settings.Settings;
import org.fanfare.subscription.StaticSettings;
import org.fanfare.tenant.TenantSettings;
import org.fanfare.token.KnownTokens;
import org.fanfare.token.TokenSettings;
import org.fanfare.traffic.TrafficSettings;

/** Makes what all features share: the clock, the settings of each, and the plain objects made of them. */
@ApplicationScoped
public class Producers {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    CallerSettings callerSettings() {
        return CallerSettings.of(Settings.configured());
    }

    @Produces
    @Singleton
    Entrance entrance(CallerSettings callers, KnownTokens tokens, Clock clock) {
        return Entrance.of(Settings.configured(), callers, tokens::bearer, clock);
    }

    @Produces
    @Singleton
    AuditSettings auditSettings() {
        return AuditSettings.of(Settings.configured());
    }

    @Produces
    @Singleton
    TokenSettings tokenSettings() {
        return TokenSettings.of(Settings.configured());
    }

    @Produces
    @Singleton
    GuardSettings guardSettings() {
        return GuardSettings.of(Settings.configured());
    }

    @Produces
    @Singleton
    DatabaseSettings databaseSettings() {
        return DatabaseSettings.of(Settings.configured());
    }

    @Produces
    @Singleton
    EventSettings eventSettings() {
        return EventSettings.of(Settings.configured());
    }

    @Produces
    @Singleton
    PolicySettings policySettings() {
        return PolicySettings.of(Settings.configured());
    }

    @Produces
    @Singleton
    DeliverySettings deliverySettings() {
        return DeliverySettings.of(Settings.configured());
    }

    @Produces
    @Singleton
    HealthSettings healthSettings() {
        return HealthSettings.of(Settings.configured());
    }

    @Produces
    @Singleton
    StaticSettings staticSettings() {
        return StaticSettings.of(Settings.configured());
    }

    @Produces
    @Singleton
    DeadLetterSettings deadLetterSettings() {
        return DeadLetterSettings.of(Settings.configured());
    }

    @Produces
    @Singleton
    ReplaySettings replaySettings() {
        return ReplaySettings.of(Settings.configured());
    }

    @Produces
    @Singleton
    TrafficSettings trafficSettings() {
        return TrafficSettings.of(Settings.configured());
    }

    @Produces
    @Singleton
    TenantSettings tenantSettings() {
        return TenantSettings.of(Settings.configured());
    }

    @Produces
    @Singleton
    ReceiveSettings receiveSettings() {
        return ReceiveSettings.of(Settings.configured());
    }

    @Produces
    @Singleton
    ExplainSettings explainSettings(ReceiveSettings receive) {
        return ExplainSettings.of(receive.maxBytes());
    }

    @Produces
    @Singleton
    MatchingSettings matchingSettings() {
        return MatchingSettings.of(Settings.configured());
    }

    @Produces
    @Singleton
    ExpressionSettings expressionSettings() {
        return ExpressionSettings.of(Settings.configured());
    }

    @Produces
    @Singleton
    DemoSettings demoSettings() {
        return DemoSettings.of(Settings.configured());
    }

    @Produces
    @Singleton
    HandshakeSettings handshakeSettings() {
        return HandshakeSettings.of(Settings.configured());
    }

    @Produces
    @Singleton
    DestinationSettings destinationSettings() {
        return DestinationSettings.of(Settings.configured());
    }

    @Produces
    @Singleton
    Destinations destinations(DestinationSettings settings, @Any Instance<DestinationRule> rules) {
        return new Destinations(settings, rules.stream().toList());
    }

    @Produces
    @Singleton
    MasterKeys masterKeys() {
        return MasterKeys.of(Settings.configured());
    }

    /** Fanfare's own dialects, and whatever beans of that type there are. */
    @Produces
    @Singleton
    Dialects dialects(@Any Instance<Dialect> further) {
        return new Dialects(further);
    }

    @Produces
    @Singleton
    HttpSender sender(DeliverySettings settings, Destinations destinations) {
        ProxySettings proxy = ProxySettings.of(Settings.configured()).orElse(null);
        return HttpSender.open(settings.sender(), proxy, destinations);
    }

    @Produces
    @Singleton
    NewTargets newTargets(DestinationSettings settings, Destinations destinations, HttpSender sender) {
        return new NewTargets(settings, destinations, sender);
    }

    void close(@Disposes HttpSender sender) {
        sender.close();
    }
}
