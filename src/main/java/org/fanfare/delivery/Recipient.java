package org.fanfare.delivery;

import jakarta.json.JsonObject;
import org.fanfare.dialect.Auth;

/**
 * Where and how the deliveries of a subscription go.
 *
 * @param targetUrl as the owner wrote it; it may be no URL at all, then attempts fail
 * @param auth how Fanfare shows the target who it is
 * @param extensions what the owner wants added to each event
 */
public record Recipient(String targetUrl, Auth auth, JsonObject extensions) {}
