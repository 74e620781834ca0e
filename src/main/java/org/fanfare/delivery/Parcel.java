package org.fanfare.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Deliveries of one subscription that go to its target in one request; mostly there is one.
 *
 * @param wasWaiting whether they are some of those that waited in the database
 */
record Parcel(List<Claim> claims, boolean wasWaiting) {

    Parcel {
        claims = List.copyOf(claims);
    }

    static Parcel of(Claim claim, boolean wasWaiting) {
        return new Parcel(List.of(claim), wasWaiting);
    }

    /**
     * What the target is told that a request's deliveries are: the delivery's own id if there is one, otherwise one that
     * is always the same for the same ones.
     */
    static String id(List<Claim> claims) {
        if (claims.size() == 1) {
            return claims.get(0).deliveryId().toString();
        }
        String all = claims.stream()
                .map(claim -> claim.deliveryId().toString())
                .sorted()
                .collect(Collectors.joining(" "));
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.US_ASCII)).toString();
    }

    boolean isSingle() {
        return claims.size() == 1;
    }

    Claim first() {
        return claims.get(0);
    }

    /** When the first of the leases ends. */
    Instant leaseEnd() {
        return isSingle()
                ? first().leaseEnd()
                : claims.stream().map(Claim::leaseEnd).min(Instant::compareTo).orElseThrow();
    }

    /** For logs. */
    String ids() {
        return claims.stream().map(claim -> claim.deliveryId().toString()).collect(Collectors.joining(","));
    }
}
