package org.fanfare.jayway;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.fanfare.syntax.Compilation;
import org.fanfare.testing.JsonTexts;
import org.junit.jupiter.api.Test;

/** W1: the text that the library gets in place of the one that was sent means the same to it. */
class JaywayRewritingTest {

    private static final JaywayTree TREE = JaywayTree.of(JsonTexts.object("""
            {"a": [{"a": 1, "b": "x/y", "c d": [1, 2, "1"]}, {"a": 2, "b": "it's (x)", "é": null}, {"a": "1"}, 7, "x"],
             "b": {"a": {"b": [true, false, null]}, "c d": "]"}, "é": 5, "n": 1.0}"""));

    private static final String[] STEPS = {
        ".a",
        ".b",
        "['c d']",
        "[\"a\"]",
        "[ 'b' ]",
        ".*",
        "[*]",
        "[ * ]",
        "[0]",
        "[-1]",
        "[1:]",
        "[:2]",
        "[0:-1]",
        "..a",
        "..b",
        "..*",
        "['a','b']",
        "[0, 2]",
        ".é",
        "['\\u00e9']"
    };
    private static final String[] LITERALS = {
        "1",
        "-2",
        "1.0",
        "'x/y'",
        "\"it's (x)\"",
        "'it\\'s (x)'",
        "']'",
        "true",
        "null",
        "'1'",
        "[1,2,\"1\"]",
        "[ 'x' ]"
    };
    private static final String[] OPERATORS = {
        "==",
        " == ",
        "!=",
        " <",
        ">= ",
        " === ",
        " !== ",
        " in ",
        " nin ",
        " contains ",
        " size ",
        " anyof ",
        " noneof "
    };

    private final Random random = new Random(4);

    @Test
    void meansTheSameToTheLibrary() {
        int compared = 0;
        int found = 0;
        for (int i = 0; i < 60_000; i++) {
            String text = "$" + path(3);
            Compilation<JaywayPath> compilation = JaywayPath.compile(text);
            if (compilation.expression().isPresent() && isReadByTheLibrary(text)) {
                Object theirs = theirs(text);
                Object ours = ours(compilation.expression().get());
                assertThat(ours).as(text).isEqualTo(theirs);
                compared++;
                found += ours instanceof List<?> values && !values.isEmpty() ? 1 : 0;
            }
        }
        assertThat(compared).isGreaterThan(10_000);
        assertThat(found).isGreaterThan(2000);
    }

    /** It stumbles over blanks and filters in a bracket behind another one, if that is in a filter. */
    private static boolean isReadByTheLibrary(String text) {
        try {
            return JsonPath.compile(text) != null;
        } catch (InvalidPathException stumbles) {
            return false;
        }
    }

    private static Object ours(JaywayPath path) {
        Evaluation evaluation = path.select(TREE, 1000);
        return evaluation.fault().isPresent() ? "fault" : new ArrayList<>(evaluation.values());
    }

    private static Object theirs(String text) {
        try {
            List<Object> values = JsonPath.compile(text)
                    .read(TREE.root(), Configuration.defaultConfiguration().addOptions(Option.ALWAYS_RETURN_LIST));
            return new ArrayList<>(values);
        } catch (InvalidPathException nothing) {
            return List.of();
        } catch (RuntimeException broken) {
            return "fault";
        }
    }

    private String path(int depth) {
        StringBuilder path = new StringBuilder();
        for (int steps = random.nextInt(4); steps > 0; steps--) {
            boolean filter = depth > 0 && random.nextInt(4) == 0;
            path.append(filter ? "[?(" + condition(depth - 1) + ")]" : pick(STEPS));
        }
        return path.toString();
    }

    private String condition(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 4)) {
            case 0 -> "@" + path(depth);
            case 1 -> "!@" + path(0);
            case 2 -> "@" + path(0) + pick(OPERATORS) + pick(LITERALS);
            case 3 -> pick(LITERALS) + pick(OPERATORS) + "@" + path(0);
            case 4 -> condition(depth - 1) + " && " + condition(depth - 1);
            case 5 -> condition(depth - 1) + " || " + condition(depth - 1);
            case 6 -> "!(" + condition(depth - 1) + ")";
            default -> "@" + path(0) + pick(" =~ /.*x.*/", " =~ /[a-z]\\/\\w/i", " == $.a[0].b", " == @" + path(0));
        };
    }

    private String pick(String... choices) {
        return Stream.of(choices)
                .skip(random.nextInt(choices.length))
                .findFirst()
                .orElseThrow();
    }
}
