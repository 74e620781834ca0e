package org.fanfare.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;

/** What is recorded: everything but this. Whoever adds to these lists has thought of it. */
class OperationsTest {

    @Test
    void nothingButThisIsLeftOutOfThoseThatCouldChangeSomething() {
        assertThat(operations(false, "POST", "PUT", "PATCH", "DELETE"))
                .containsExactlyInAnyOrder("receive", "testExpression", "dryRun", "deliverToInbox", "emptyInbox");
    }

    @Test
    void ofThoseThatReadOnlyTheConsentOfTargetsIsRecorded() {
        assertThat(operations(true, "GET", "HEAD", "OPTIONS")).containsExactly("grantByGet");
    }

    @Test
    void anOperationWithoutAnIdIsNamedAfterItsMethod() throws NoSuchMethodException {
        assertThat(Operations.nameOf(Undescribed.class.getDeclaredMethod("change")))
                .isEqualTo("Undescribed.change");
    }

    @Test
    void anOperationHasTheNameOfItsDescription() throws NoSuchMethodException {
        assertThat(Operations.nameOf(Undescribed.class.getDeclaredMethod("described")))
                .isEqualTo("idOfIt");
    }

    private static Set<String> operations(boolean areRecorded, String... httpMethods) {
        Set<String> found = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.fanfare")) {
            if (type.isAnnotatedWith(Path.class)) {
                for (Method method : type.reflect().getDeclaredMethods()) {
                    Arrays.stream(method.getAnnotations())
                            .map(OperationsTest::httpMethod)
                            .filter(Arrays.asList(httpMethods)::contains)
                            .filter(http -> Operations.isChange(method, http) == areRecorded)
                            .forEach(http -> found.add(Operations.nameOf(method)));
                }
            }
        }
        return found;
    }

    private static String httpMethod(Annotation annotation) {
        HttpMethod method = annotation.annotationType().getAnnotation(HttpMethod.class);
        return method == null ? null : method.value();
    }

    private static final class Undescribed {

        void change() {}

        @Operation(operationId = "idOfIt")
        void described() {}
    }
}
