package org.fanfare.cesql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fanfare.cesql.Expressions.cesql;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** C6: what an event must have is never more than what it must have. */
class CesqlNecessityTest {

    private static final List<String> STRINGS = List.of("id", "type", "subject", "source");
    private static final List<String> EXTENSIONS = List.of("a", "b", "c");
    private static final List<String> TEXTS = List.of("x", "y", "1", "true", "");

    private final Random random = new Random(20251122);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            type = 'x'                                  | [type]       | type [x]
            'x' = type and id = "1"                     | [type, id]   | type [x] id [1]
            type in ('x', 'y') and type in ('y', 'z')   | [type]       | type [y]
            type = 'x' or type = 'y'                    | [type]       | type [x, y]
            type = 'x' or (type = 'y' and a = 1)        | [type]       | type [x, y]
            not (type != 'x' or id <> '1')              | [type, id]   | type [x] id [1]
            not (type not in ('x'))                     | [type]       | type [x]
            type = 'x' or id = '1'                      | [type]       |
            a = 'x'                                     | [a]          |
            type = 5                                    | [type]       |
            type in ('x', 5)                            | [type]       |
            exists a and b like 'x%'                    | [a, b]       |
            exists a or b = 1                           | []           |
            not exists a                                | []           |
            not (exists a and b)                        | []           |
            length(subject) > a + 1                     | [subject, a] |
            1 in (a, b)                                 | [a]          |
            a xor b                                     | [a, b]       |
            """)
    void tellsWhatAMatchMustHave(String text, String required, String equalities) {
        StringBuilder told = new StringBuilder();
        for (OneOf one : cesql(text).equalities()) {
            told.append(one.attribute()).append(' ').append(one.values()).append(' ');
        }
        assertThat(cesql(text).required()).hasToString(required);
        assertThat(told.toString().strip()).isEqualTo(equalities == null ? "" : equalities);
    }

    @Test
    void everyEventThatMatchesHasWhatIsNecessary() {
        int matches = 0;
        int telling = 0;
        for (int i = 0; i < 4000; i++) {
            Cesql expression = cesql(expression(4));
            telling += expression.required().isEmpty() ? 0 : 1;
            for (int j = 0; j < 10; j++) {
                JsonObject event = event();
                if (expression.evaluate(event, Cesql.MAX_STEPS).matches()) {
                    matches++;
                    assertThat(event.keySet()).as(expression.text()).containsAll(expression.required());
                    for (OneOf equality : expression.equalities()) {
                        assertThat(event.getString(equality.attribute()))
                                .as(expression.text())
                                .isIn(equality.values());
                    }
                }
            }
        }
        assertThat(matches).isGreaterThan(3000);
        assertThat(telling).isGreaterThan(1000);
    }

    private String expression(int depth) {
        if (depth == 0) {
            return operand();
        }
        return switch (random.nextInt(12)) {
            case 0, 1 -> "(" + expression(depth - 1) + " AND " + expression(depth - 1) + ")";
            case 2, 3 -> "(" + expression(depth - 1) + " OR " + expression(depth - 1) + ")";
            case 4 -> expression(depth - 1) + pick(List.of(" XOR ", " AND ", " OR ")) + operand();
            case 5 -> "NOT (" + expression(depth - 1) + ")";
            case 6, 7 -> pick(STRINGS) + pick(List.of(" = ", " != ")) + "'" + pick(TEXTS) + "'";
            case 8 ->
                pick(STRINGS) + pick(List.of(" IN ", " NOT IN ")) + "('" + pick(TEXTS) + "', '" + pick(TEXTS) + "')";
            case 9 -> "EXISTS " + pick(random.nextBoolean() ? STRINGS : EXTENSIONS);
            case 10 -> "(" + operand() + pick(List.of(" = ", " <> ", " < ")) + operand() + ")";
            default -> operand() + pick(List.of(" IN (", " NOT IN (")) + operand() + ", " + expression(depth - 1) + ")";
        };
    }

    private String operand() {
        return switch (random.nextInt(7)) {
            case 0 -> "'" + pick(TEXTS) + "'";
            case 1 -> pick(List.of("1", "0", "TRUE", "FALSE"));
            case 2 -> "CONCAT(" + pick(EXTENSIONS) + ", '')";
            case 3 -> "BOOL(" + pick(EXTENSIONS) + ")";
            case 4 -> pick(EXTENSIONS);
            default -> pick(STRINGS);
        };
    }

    private JsonObject event() {
        JsonObjectBuilder event = Json.createObjectBuilder();
        for (String name : STRINGS) {
            if (random.nextInt(4) > 0) {
                event.add(name, pick(TEXTS));
            }
        }
        for (String name : EXTENSIONS) {
            switch (random.nextInt(4)) {
                case 0 -> event.add(name, pick(TEXTS));
                case 1 -> event.add(name, random.nextInt(2));
                case 2 -> event.add(name, random.nextBoolean());
                default -> {}
            }
        }
        return event.build();
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
