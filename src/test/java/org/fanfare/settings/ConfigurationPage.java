package org.fanfare.settings;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fanfare.keys.Manual;
import org.fanfare.keys.ManualKey;
import org.fanfare.keys.OriginalVariables;

/** docs/configuration.md: what the manual says of each key, and what the code reads it as. */
final class ConfigurationPage {

    static final String COMMAND = "mvn -q test -Dtest=ConfigurationPageTest -Dfanfare.test.write-pages";

    private static final String BEFORE = """
            # Configuration

            This page is made of [microprofile-config.properties](../src/main/resources/META-INF/microprofile-config.properties)
            and of what the code reads. Do not edit it; make it anew with

            ```sh
            %s
            ```

            A key is set, in the order of what beats what, by

            1. a system property: `java -Dfanfare.policy.url=... -jar fanfare.jar`;
            2. an environment variable: the key in capitals, with `_` for all that is no letter or digit
               (`FANFARE_POLICY_URL=...`);
            3. any other source of MicroProfile Config that the server has;
            4. a variable of Pacifica Notifications (see the end of this page).

            **Durations** are ISO-8601: `PT30S`, `PT5M`, `PT2H`, `P30D`. **Lists** are separated by commas. A value that is
            wrong stops the start with a sentence. So does a name that begins with `fanfare.` or `FANFARE_` and is not on
            this page: a typo is never silent. (What Kubernetes puts into the environment for a service of that name, such as
            `FANFARE_SERVICE_HOST` and `FANFARE_PORT_8080_TCP`, is passed over.)
            """;

    private static final String ORIGINAL = """

            ## Variables of Pacifica Notifications

            They hold where no key of Fanfare's says otherwise, and the log tells at the start which were taken. `FANFARE_*`
            beats them.

            | variable | in the file | is |
            | --- | --- | --- |
            %s| `PEEWEE_URL`, `PEEWEE_DATABASE_URL` | `database.peewee_url` | `fanfare.database.url`, `.user`, `.password`, all three or none |
            | `PEEWEE_PROTO`, `_USER`, `_PASS`, `_ADDR`, `_PORT`, `_DATABASE` | | the same in parts, where `PEEWEE_ADDR` is set and the others are not |
            | `NOTIFICATIONS_CONFIG` | | the path of an INI file, which beats the variables |
            | `BROKER_URL`, `BACKEND_URL` | `celery.broker_url`, `celery.backend_url` | not used: Fanfare brings a broker, or takes `fanfare.broker.url` |

            - `postgres://user:password@host:port/database` becomes a JDBC URL; of its options `sslmode` is known. User and
              password are taken literally, as the original does. Any other database (SQLite) stops the start, unless
              `fanfare.database.url` is set. Only `fanfare.jar` and
              the start scripts of the other servers read these: a server that you set up yourself has its own data source.
            - `~/.pacifica-notifications/config.ini` is not read, as the original does, unless `NOTIFICATIONS_CONFIG` names
              it. A file that is named must be there. In it `%%` is doubled.
            - Without `POLICY_URL` the original asks `http://localhost:8181`; Fanfare asks nobody, and says so.
            - The file is read once, at the start.
            """;

    private final Manual manual;
    private final Map<String, String> kinds;

    ConfigurationPage(Manual manual, Map<String, String> kinds) {
        this.manual = manual;
        this.kinds = kinds;
    }

    String text() {
        String sections = manual.sections().stream().map(this::section).collect(Collectors.joining());
        return BEFORE.formatted(COMMAND) + sections + ORIGINAL.formatted(originals());
    }

    private String section(Manual.Section section) {
        StringBuilder text = new StringBuilder("\n## " + section.title() + "\n\n");
        text.append("| key | environment | kind | default | |\n| --- | --- | --- | --- | --- |\n");
        String last = "";
        for (ManualKey key : section.keys()) {
            boolean isShared = key.text().isEmpty() && !last.isEmpty();
            text.append("| %s | %s | %s | %s | %s |%n"
                    .formatted(
                            code(key.name()),
                            code(key.variable()),
                            kind(key),
                            code(key.standard()),
                            isShared ? "see " + code(last) : cell(key.text())));
            last = isShared ? last : key.name();
        }
        return text.toString();
    }

    /** What the code asks for; and where nothing but the default tells, what that looks like. */
    private String kind(ManualKey key) {
        String kind = kinds.getOrDefault(key.name(), RecordingSettings.TEXT);
        if (!kind.equals(RecordingSettings.TEXT)) {
            return kind;
        }
        if (List.of("true", "false").contains(key.standard())) {
            return "`true` or `false`";
        }
        return key.standard().matches("\\d+") ? "number" : kind;
    }

    private static String originals() {
        return OriginalVariables.NAMES.stream()
                .map(name -> "| `%s` | `%s.%s` | `%s`%s |%n"
                        .formatted(
                                name.variable(),
                                name.section(),
                                name.option(),
                                name.key(),
                                name.variable().endsWith("WAIT") ? ", in seconds" : ""))
                .collect(Collectors.joining());
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text.replace("|", "\\|") + "`";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_");
    }
}
