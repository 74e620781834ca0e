package org.fanfare.delivery;

import jakarta.json.JsonObject;
import java.net.URI;
import org.fanfare.dialect.Auth;

/**
 * Where and how the deliveries of a subscription go.
 *
 * @param targetUrl where to; checked when it was saved, and again at each attempt
 * @param auth how Fanfare shows the target who it is
 * @param extensions what the owner wants added to each event
 */
public record Recipient(URI targetUrl, Auth auth, JsonObject extensions) {}
