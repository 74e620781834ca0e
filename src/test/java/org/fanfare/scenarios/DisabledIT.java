package org.fanfare.scenarios;

import org.fanfare.testing.SharedFanfare;
import org.junit.jupiter.api.extension.ExtendWith;

/** On the embedded database. */
@ExtendWith(SharedFanfare.class)
class DisabledIT extends DisabledStories {}
