package org.fanfare.entrance;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.fanfare.caller.Identity;

/**
 * Who may call a resource method.
 *
 * @param isForAnybody whether nobody need be known
 * @param roles of which a caller needs one; none where it is for nobody at all
 */
public record Access(boolean isForAnybody, List<String> roles) {

    /** As the annotations of the method say, or else those of its class, or else for nobody. */
    public static Access of(Method method) {
        return method == null
                ? new Access(false, List.of())
                : stated(method).or(() -> stated(method.getDeclaringClass())).orElse(new Access(false, List.of()));
    }

    /** What the annotations of this one element say; empty if it has none. */
    private static Optional<Access> stated(AnnotatedElement element) {
        if (element.isAnnotationPresent(DenyAll.class)) {
            return Optional.of(new Access(false, List.of()));
        }
        if (element.isAnnotationPresent(RolesAllowed.class)) {
            return Optional.of(new Access(
                    false, List.of(element.getAnnotation(RolesAllowed.class).value())));
        }
        return element.isAnnotationPresent(PermitAll.class)
                ? Optional.of(new Access(true, List.of()))
                : Optional.empty();
    }

    boolean isFor(Identity identity) {
        return isForAnybody || identity.hasOneOf(roles.toArray(String[]::new));
    }

    /** For callers who may not. */
    String sentence() {
        return roles.isEmpty() ? "Nobody may do this." : "This takes the role " + String.join(" or ", roles) + ".";
    }
}
