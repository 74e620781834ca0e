package org.fanfare.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/** compose.yaml is what the Compose Specification allows, and means what Fanfare understands. */
class ComposeFileTest {

    private static final Path DIRECTORY = Path.of("server-config", "compose");

    private final String text = text(DIRECTORY.resolve("compose.yaml"));
    private final Map<String, Map<String, Map<String, Object>>> compose = new Yaml().load(text);

    @Test
    void itIsWhatTheSpecificationAllows() {
        assertThat(faults(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "stop_grace_period:, stop_grace:",
        "condition: service_healthy, condition: service_fine",
        "restart: unless-stopped, restart: [unless-stopped]",
        "volumes:, volume:",
    })
    void aWrongNameOrValueIsSeen(String right, String wrong) {
        assertThat(text).contains(right);
        assertThat(faults(text.replace(right, wrong))).isNotEmpty();
    }

    @Test
    void fanfareKnowsAllItsVariables() {
        Map<String, String> environment = environmentOf("fanfare");

        assertThat(KnownVariables.faults(environment)).isEmpty();
        assertThat(environment).containsKey("FANFARE_AUTH_METHODS").doesNotContainKey("FANFARE_DATABASE_PASSWORD");
    }

    @Test
    void passwordsComeFromFilesThatAreSecrets() {
        Set<String> secrets = compose.get("secrets").keySet();

        for (String service : compose.get("services").keySet()) {
            environmentOf(service).forEach((name, value) -> {
                assertThat(name.endsWith("PASSWORD"))
                        .as("%s in the environment", name)
                        .isFalse();
                if (value.startsWith("/run/secrets/")) {
                    String secret = value.substring("/run/secrets/".length());
                    assertThat(secrets).contains(secret);
                    assertThat(textsOf(service, "secrets")).contains(secret);
                }
            });
        }
    }

    @Test
    void everyFileThatIsBoundIsThere() {
        assertThat(textsOf("broker", "volumes"))
                .filteredOn(each -> each.startsWith("."))
                .isNotEmpty()
                .allSatisfy(each ->
                        assertThat(DIRECTORY.resolve(each.split(":")[0])).exists());
        assertThat(DIRECTORY.resolve("../../Containerfile")).exists();
    }

    private Map<String, Object> service(String name) {
        return compose.get("services").get(name);
    }

    @SuppressWarnings("unchecked")
    private List<String> textsOf(String service, String member) {
        return (List<String>) service(service).get(member);
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> environmentOf(String service) {
        return (Map<String, String>) service(service).get("environment");
    }

    private static List<Error> faults(String yaml) {
        // "id" is how drafts before this one named a schema; the validator stumbles on it.
        String schema =
                text(Path.of("src/test/resources/schemas/compose-spec.json")).replaceAll("\"id\": *\"[^\"]*\",", "");
        Object document = new Yaml().load(yaml);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                .getSchema(schema, InputFormat.JSON)
                .validate(new Gson().toJson(document), InputFormat.JSON);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
