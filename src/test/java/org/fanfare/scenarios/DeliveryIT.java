package org.fanfare.scenarios;

import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.Wire;
import org.junit.jupiter.api.extension.ExtendWith;

/** On the embedded database. */
@Wire
@ExtendWith(SharedFanfare.class)
class DeliveryIT extends DeliveryStories {}
