package org.fanfare.scenarios;

import org.fanfare.testing.FanfareOnPostgres;
import org.junit.jupiter.api.extension.ExtendWith;

/** On PostgreSQL, which was not there yet when Fanfare started. */
@ExtendWith(FanfareOnPostgres.class)
class DeliveryOnPostgresIT extends DeliveryStories {}
