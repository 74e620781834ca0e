package org.fanfare.database;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

/** Compares the schema that the database has with the one that this Fanfare needs. */
final class SchemaCheck {

    private static final Set<MigrationState> UNKNOWN = Set.of(
            MigrationState.FUTURE_SUCCESS,
            MigrationState.FUTURE_FAILED,
            MigrationState.MISSING_SUCCESS,
            MigrationState.MISSING_FAILED);

    private final List<MigrationInfo> migrations;

    SchemaCheck(MigrationInfoService found) {
        this.migrations = Arrays.asList(found.all());
    }

    /** Why this Fanfare must not touch the schema, in a sentence. */
    Optional<String> unusable() {
        return first(each -> UNKNOWN.contains(each.getState()))
                .map(this::unknown)
                .or(() -> first(each -> each.getState().isFailed()).map(SchemaCheck::failed))
                .or(() -> first(each -> each.isApplied() && !each.isChecksumMatching())
                        .map(SchemaCheck::changed));
    }

    /** Why this Fanfare cannot work with the schema as it is, in a sentence. */
    Optional<String> unfit() {
        return unusable().or(() -> first(each -> !each.isApplied()).map(this::incomplete));
    }

    SchemaVersion version() {
        String stored = last(MigrationInfo::isApplied)
                .map(each -> each.getVersion().toString())
                .orElse(null);
        return new SchemaVersion(stored, needed(), unfit().isEmpty(), unusable().orElse(null));
    }

    private String unknown(MigrationInfo migration) {
        return "The schema of the database has version %s, which this Fanfare does not know; it needs version %s. "
                        .formatted(migration.getVersion(), needed())
                + "A newer Fanfare has changed it: start that one, or restore the database from a copy made before.";
    }

    private static String failed(MigrationInfo migration) {
        return "The schema of the database was left half way to version %s by a migration that failed. "
                        .formatted(migration.getVersion())
                + "Restore the database from a copy made before.";
    }

    private static String changed(MigrationInfo migration) {
        return "The schema of the database was brought to version %s by another migration than this Fanfare has for it "
                        .formatted(migration.getVersion())
                + "(its checksum is %d, not %d). Start the Fanfare that did it, or restore the database from a copy."
                        .formatted(migration.getAppliedChecksum(), migration.getResolvedChecksum());
    }

    private String incomplete(MigrationInfo lacking) {
        String has = last(MigrationInfo::isApplied)
                .map(applied -> "The schema of the database has version " + applied.getVersion())
                .orElse("The database has no schema of Fanfare's");
        return "%s, this Fanfare needs version %s (version %s is not applied), and fanfare.schema=validate changes nothing. "
                        .formatted(has, needed(), lacking.getVersion())
                + "Start it once with fanfare.schema=migrate and a user who may change the schema.";
    }

    private String needed() {
        return last(each -> each.getState().isResolved())
                .map(each -> each.getVersion().toString())
                .orElse("none");
    }

    private Optional<MigrationInfo> first(Predicate<MigrationInfo> condition) {
        return migrations.stream().filter(condition).findFirst();
    }

    private Optional<MigrationInfo> last(Predicate<MigrationInfo> condition) {
        return migrations.stream().filter(condition).reduce((before, after) -> after);
    }
}
