package org.fanfare.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fanfare.caller.Role;
import org.fanfare.testing.AccessTable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Holds the annotations of all resource methods, docs/access.md and META-INF/openapi.yaml to each other. */
class AccessTest {

    private static final Set<String> ANYBODY = Set.of("anybody");

    @Test
    void everyMethodOfAResourceSaysWhoMay() {
        assertThat(resourceMethods())
                .isNotEmpty()
                .allSatisfy(method -> assertThat(who(Access.of(method)))
                        .as("%s is for somebody", method)
                        .isNotEmpty());
    }

    @Test
    void onlyRolesThatThereAreAreNamed() {
        assertThat(resourceMethods().flatMap(method -> Access.of(method).roles().stream()))
                .allSatisfy(name -> assertThat(Role.named(name)).isPresent());
    }

    @Test
    void theTableIsWhatTheAnnotationsSay() {
        Map<String, Set<String>> annotated = new TreeMap<>();
        resourceMethods()
                .filter(method -> !isHidden(method))
                .forEach(method -> annotated.put(operation(method), who(Access.of(method))));
        Map<String, Set<String>> table = new TreeMap<>();
        AccessTable.rows().forEach(row -> table.put(row.operation(), row.who()));

        assertThat(table).containsAllEntriesOf(annotated);
        table.keySet().removeAll(annotated.keySet());
        assertThat(table)
                .as("what is no resource is for anybody")
                .allSatisfy((operation, who) -> assertThat(who).isEqualTo(ANYBODY));
    }

    @Test
    void theDocumentOfTheApiAsksForNoCredentialsWhereAnybodyMay() {
        Map<String, Object> document = new Yaml().load(AccessTest.class.getResourceAsStream("/META-INF/openapi.yaml"));
        Map<String, Boolean> open = new TreeMap<>();
        object(document.get("paths"))
                .forEach((path, item) -> object(item).forEach((method, operation) -> {
                    if (object(operation).containsKey("operationId")) {
                        open.put(
                                method + " " + path,
                                List.of().equals(object(operation).get("security")));
                    }
                }));

        assertThat(AccessTable.rows().stream().filter(row -> open.containsKey(row.operation())))
                .hasSameSizeAs(open.keySet())
                .allSatisfy(row -> assertThat(open.get(row.operation()))
                        .as(row.operation())
                        .isEqualTo(row.isForAnybody()));
    }

    @Test
    void whatSaysNothingIsForNobody() throws ReflectiveOperationException {
        Method silent = Silent.class.getDeclaredMethod("silent");

        assertThat(who(Access.of(silent))).isEmpty();
        assertThat(Access.of(null).isForAnybody()).isFalse();
    }

    @Test
    void theMethodsAnnotationCountsBeforeTheClass() throws ReflectiveOperationException {
        assertThat(Access.of(Loud.class.getDeclaredMethod("open")).isForAnybody())
                .isTrue();
        assertThat(who(Access.of(Loud.class.getDeclaredMethod("closed")))).isEmpty();
        assertThat(who(Access.of(Loud.class.getDeclaredMethod("usual")))).containsExactly("operator");
    }

    static class Silent {
        void silent() {}
    }

    @RolesAllowed(Role.Named.OPERATOR)
    static class Loud {
        @PermitAll
        void open() {}

        @DenyAll
        void closed() {}

        void usual() {}
    }

    private static Set<String> who(Access access) {
        return access.isForAnybody() ? ANYBODY : new TreeSet<>(access.roles());
    }

    private static Stream<Method> resourceMethods() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.fanfare").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(method -> httpMethod(method).isPresent());
    }

    private static Optional<String> httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(http -> http != null)
                .map(http -> http.value().toLowerCase())
                .findFirst();
    }

    private static boolean isHidden(Method method) {
        Operation operation = method.getAnnotation(Operation.class);
        return operation != null && operation.hidden();
    }

    private static String operation(Method method) {
        Path below = method.getAnnotation(Path.class);
        String path =
                method.getDeclaringClass().getAnnotation(Path.class).value() + (below == null ? "" : below.value());
        return httpMethod(method).orElseThrow() + " " + path.replaceAll("\\{\\w+: \\(.*\\)\\?\\}", "");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        return value instanceof Map ? (Map<String, Object>) value : Map.of();
    }
}
