package org.fanfare;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fanfare.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** {@code META-INF/openapi.yaml} is written by hand; this holds it to the resources. */
class OpenApiTest {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch");

    private final String text = text();
    private final Map<String, Object> document = new Yaml().load(text);

    @Test
    void everyOperationIsDescribedUnderItsPathMethodIdAndSummary() {
        Map<String, String> described = new TreeMap<>();
        object(document, "paths")
                .forEach((path, item) -> object(item).forEach((method, operation) -> {
                    if (METHODS.contains(method)) {
                        described.put(
                                method + " " + path,
                                object(operation).get("operationId") + ": "
                                        + object(operation).get("summary"));
                    }
                }));

        assertThat(described).isEqualTo(implemented());
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        Matcher reference =
                Pattern.compile("\\$ref: \"#/components/(\\w+)/(\\w+)\"").matcher(text);
        int found = 0;
        while (reference.find()) {
            found++;
            assertThat(object(object(document, "components"), reference.group(1)))
                    .containsKey(reference.group(2));
        }
        assertThat(text.split("\\$ref:", -1))
                .as("all references are of this form")
                .hasSize(found + 1);
    }

    @Test
    void everyProblemTypeIsNamed() {
        Stream<String> slugs = Arrays.stream(ProblemType.values()).map(ProblemType::slug);

        assertThat(slugs).allSatisfy(slug -> assertThat(text).contains("              - " + slug + "\n"));
    }

    private static Map<String, String> implemented() {
        Map<String, String> operations = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.fanfare")) {
            if (type.isAnnotatedWith(Path.class)) {
                String root = type.reflect().getAnnotation(Path.class).value();
                for (Method method : type.reflect().getDeclaredMethods()) {
                    httpMethod(method)
                            .filter(name -> !isHidden(method))
                            .ifPresent(name -> operations.put(name + " " + path(root, method), title(method)));
                }
            }
        }
        return operations;
    }

    private static Optional<String> httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(http -> http != null)
                .map(http -> http.value().toLowerCase(Locale.ROOT))
                .findFirst();
    }

    private static boolean isHidden(Method method) {
        Operation operation = method.getAnnotation(Operation.class);
        return operation != null && operation.hidden();
    }

    /** As the document has it: without the part that may be left out. */
    private static String path(String root, Method method) {
        Path below = method.getAnnotation(Path.class);
        return (root + (below == null ? "" : below.value())).replaceAll("\\{\\w+: \\(.*\\)\\?\\}", "");
    }

    private static String title(Method method) {
        Operation operation = method.getAnnotation(Operation.class);
        return operation == null ? "not annotated" : operation.operationId() + ": " + operation.summary();
    }

    private static Map<String, Object> object(Map<String, Object> parent, String name) {
        return object(parent.get(name));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        return value instanceof Map ? (Map<String, Object>) value : Map.of();
    }

    private static String text() {
        try (InputStream yaml = OpenApiTest.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
