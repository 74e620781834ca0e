package org.fanfare.scenarios;

import org.fanfare.testing.FanfareOnPostgres;
import org.fanfare.testing.Wire;
import org.junit.jupiter.api.extension.ExtendWith;

/** On PostgreSQL, which was not there yet when Fanfare started. */
@Wire
@ExtendWith(FanfareOnPostgres.class)
class DeliveryOnPostgresIT extends DeliveryStories {}
