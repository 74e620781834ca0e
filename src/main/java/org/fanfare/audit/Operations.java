package org.fanfare.audit;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the audit log has to know of the methods of resources. */
final class Operations {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String OPERATION = "org.eclipse.microprofile.openapi.annotations.Operation";

    private Operations() {}

    /** Whether it is recorded. */
    static boolean isChange(Method resource, String httpMethod) {
        return resource.isAnnotationPresent(ChangesSomething.class)
                || !READING.contains(httpMethod) && !resource.isAnnotationPresent(ChangesNothing.class);
    }

    /**
     * The operation's id in the description of the API, or, where it is not described, class and method. By name: not every
     * server has the annotation at run time.
     */
    static String nameOf(Method resource) {
        return Arrays.stream(resource.getAnnotations())
                .filter(each -> each.annotationType().getName().equals(OPERATION))
                .map(Operations::id)
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElseGet(() -> resource.getDeclaringClass().getSimpleName() + "." + resource.getName());
    }

    private static String id(Annotation operation) {
        return ((Operation) operation).operationId();
    }
}
