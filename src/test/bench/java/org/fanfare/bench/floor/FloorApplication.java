package org.fanfare.bench.floor;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** At the root, as Fanfare is. */
@ApplicationPath("/")
public class FloorApplication extends Application {}
