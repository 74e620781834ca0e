package org.fanfare.scenarios;

import org.fanfare.testing.FanfareOnPostgres;
import org.junit.jupiter.api.extension.ExtendWith;

/** On PostgreSQL. */
@ExtendWith(FanfareOnPostgres.class)
class DisabledOnPostgresIT extends DisabledStories {}
