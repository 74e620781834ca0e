package org.fanfare.routing;

import java.util.Set;
import org.fanfare.delivery.Owed;
import org.fanfare.jsonpath.JsonPath;

/** An expression and all subscriptions that have it. */
final class SharedExpression {

    private final JsonPath path;
    private final SmallSet<Owed> subscribers = new SmallSet<>();

    /** What it requires: of each row, one. It is filed under the marks of the first row; there may be none. */
    private Mark[][] marks = {};

    SharedExpression(JsonPath path) {
        this.path = path;
    }

    JsonPath path() {
        return path;
    }

    SmallSet<Owed> subscribers() {
        return subscribers;
    }

    /** To be told before it is filed; later changes would not be seen. */
    void require(Mark[][] marks) {
        this.marks = marks;
    }

    /** The marks it is filed under; none if nothing can tell that it does not match. */
    Mark[] access() {
        return marks.length == 0 ? new Mark[0] : marks[0];
    }

    /** Whether an event that has exactly these marks may match; it is known to have one of the first row. */
    boolean isPossible(Set<Mark> found) {
        for (int row = 1; row < marks.length; row++) {
            if (!isAnyOf(marks[row], found)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAnyOf(Mark[] row, Set<Mark> found) {
        for (Mark mark : row) {
            if (found.contains(mark)) {
                return true;
            }
        }
        return false;
    }
}
