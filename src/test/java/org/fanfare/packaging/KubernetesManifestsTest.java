package org.fanfare.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The manifests are what Kubernetes' own types have, and mean what Fanfare understands. */
class KubernetesManifestsTest {

    private static final Path DIRECTORY = Path.of("server-config", "kubernetes");
    private static final String ALL = "fanfare.yaml";

    @ParameterizedTest
    @ValueSource(strings = {ALL, "secret.example.yaml"})
    void theyHaveNothingThatKubernetesDoesNotKnow(String file) throws IOException {
        for (JsonObject object : objects(text(file))) {
            validate(object);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "enableServiceLinks:, enableServiceLink:",
        "configMapRef:, configMapKeyRef:",
        "minAvailable:, minimumAvailable:",
        "containerPort:, port:",
        "replicas:, replica:",
        "runAsNonRoot:, runAsNotRoot:",
        "FANFARE_DATABASE_USER: fanfare, FANFARE_DATABASE_USER: [fanfare]",
    })
    void aWrongNameOrValueIsSeen(String right, String wrong) throws IOException {
        String text = text(ALL);
        assertThat(text).contains(right);

        assertThatThrownBy(() -> objects(text.replace(right, wrong)).forEach(KubernetesManifestsTest::validate))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fanfareKnowsAllItsVariables() throws IOException {
        Map<String, String> environment = new HashMap<>();
        object("ConfigMap")
                .getAsJsonObject("data")
                .entrySet()
                .forEach(each -> environment.put(each.getKey(), each.getValue().getAsString()));

        assertThat(KnownVariables.faults(environment)).isEmpty();
        assertThat(environment).containsKey("FANFARE_AUTH_METHODS").doesNotContainKey("FANFARE_DATABASE_PASSWORD");
    }

    @Test
    void theFilesOfTheSecretAreThoseThatFanfareIsToldOf() throws IOException {
        JsonObject secret = objects(text("secret.example.yaml")).get(0);
        List<String> told = object("ConfigMap").getAsJsonObject("data").entrySet().stream()
                .map(each -> each.getValue().getAsString())
                .filter(value -> value.startsWith("/run/secrets/fanfare/"))
                .map(value -> value.substring("/run/secrets/fanfare/".length()))
                .toList();

        assertThat(secret.getAsJsonObject("stringData").keySet()).containsExactlyInAnyOrderElementsOf(told);
    }

    @Test
    void podsAreFoundByWhatSelectsThem() throws IOException {
        JsonObject spec = object("Deployment").getAsJsonObject("spec");
        JsonElement labels =
                spec.getAsJsonObject("template").getAsJsonObject("metadata").get("labels");

        assertThat(spec.getAsJsonObject("selector").get("matchLabels")).isEqualTo(labels);
        assertThat(object("Service").getAsJsonObject("spec").get("selector")).isEqualTo(labels);
        assertThat(object("PodDisruptionBudget")
                        .getAsJsonObject("spec")
                        .getAsJsonObject("selector")
                        .get("matchLabels"))
                .isEqualTo(labels);
    }

    private static void validate(JsonObject object) {
        String kind = object.get("kind").getAsString();
        try {
            switch (kind) {
                case "ConfigMap" -> V1ConfigMap.validateJsonElement(object);
                case "Deployment" -> V1Deployment.validateJsonElement(object);
                case "PodDisruptionBudget" -> V1PodDisruptionBudget.validateJsonElement(object);
                case "Secret" -> V1Secret.validateJsonElement(object);
                case "Service" -> V1Service.validateJsonElement(object);
                default -> throw new IllegalArgumentException("No type for " + kind);
            }
            onlyTextsInData(object);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What the types do not look at: a number or a list in a map of texts, which Kubernetes refuses. */
    private static void onlyTextsInData(JsonObject object) {
        for (String member : List.of("data", "stringData")) {
            if (object.has(member)) {
                object.getAsJsonObject(member).entrySet().forEach(each -> {
                    JsonElement value = each.getValue();
                    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
                        throw new IllegalArgumentException(each.getKey() + " is no text");
                    }
                });
            }
        }
    }

    private static JsonObject object(String kind) throws IOException {
        return objects(text(ALL)).stream()
                .filter(each -> each.get("kind").getAsString().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonObject> objects(String text) {
        return StreamSupport.stream(new Yaml().loadAll(text).spliterator(), false)
                .map(each -> new Gson().toJsonTree(each).getAsJsonObject())
                .toList();
    }

    private static String text(String file) throws IOException {
        return Files.readString(DIRECTORY.resolve(file));
    }
}
