package org.fanfare.jayway;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.Option;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fanfare.jayway.Evaluation.Faulted;
import org.fanfare.jayway.Evaluation.Reason;
import org.fanfare.syntax.Compilation;
import org.fanfare.syntax.Compilation.Compiled;
import org.fanfare.testing.JsonTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** W1 and W4: what is accepted means what the library says. */
class JaywayPathTest {

    /** The example of the library's documentation. */
    private static final String STORE = """
            {"store": {"book": [
              {"category": "reference", "author": "Nigel Rees", "title": "Sayings of the Century", "price": 8.95},
              {"category": "fiction", "author": "Evelyn Waugh", "title": "Sword of Honour", "price": 12.99},
              {"category": "fiction", "author": "Herman Melville", "title": "Moby Dick", "isbn": "0-553-21311-3",
               "price": 8.99, "tags": ["whale", "$sea", "[x]"]},
              {"category": "fiction", "author": "J. R. R. Tolkien", "title": "The Lord of the Rings",
               "isbn": "0-395-19395-8", "price": 22.99, "tags": []}],
             "bicycle": {"color": "red", "price": 19.95}},
             "expensive": 10, "ns:name": "a b/c'd", "none": null, "no": false}""";

    private static final JsonObject DOCUMENT = JsonTexts.object(STORE);
    private static final JaywayTree TREE = JaywayTree.of(DOCUMENT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$",
                "$.store.book[*].author",
                "$..author",
                "$.store.*",
                "$.store..price",
                "$..book[2]",
                "$..book[-2]",
                "$..book[0,1]",
                "$..book[:2]",
                "$..book[1:2]",
                "$..book[-2:]",
                "$..book[2:]",
                "$..book[?(@.isbn)]",
                "$.store.book[?(@.price < 10)]",
                "$..book[?(@.price <= $['expensive'])]",
                "$..book[?(@.author =~ /.*REES/i)]",
                "$..*",
                "$.store['book', 'bicycle']",
                "store.book[0].title",
                "$.store.book[?(@.category == 'fiction' && @.price < 10)].title",
                "$.store.book[?(!@.isbn)].title",
                "$.store.book[?(!(@.isbn && @.price > 10) || @.price > 20)].title",
                "$.store.book[?(@.category in ['reference', 'x'])].title",
                "$.store.book[?(@.category nin ['reference'])].title",
                "$.store.book[?('whale' in @.tags)].title",
                "$.store.book[?(@.tags contains 'whale')].title",
                "$.store.book[?(@.title contains 'Lord')].title",
                "$.store.book[?(@.tags anyof ['whale', 'y'])].title",
                "$.store.book[?(@.tags subsetof ['whale'])].title",
                "$.store.book[?(@.tags size 3)].title",
                "$.store.book[?(@.tags empty true)].title",
                "$.store.book[?(@.tags.length() == 3)].title",
                "$..book[?(@.tags.length() == 3)].title",
                "$.store.book[?(@.tags == ['whale', 'z'])].title",
                "$.store.book[?(@.isbn =~ /\\d-[0-9]{3}-\\d{5}-(3|4)?/)].title",
                "$.store.book[?(@['title'] === \"Moby Dick\")].title",
                "$.store.book[?(8.99 == @.price)].title",
                "$.store.book[?(@.tags[?(@ == 'whale')])].title",
                "$.store[?(@.color == 'red')]",
                "$[?(@ == \"a b/c'd\")]",
                "$['ns:name']",
                "$.none",
                "$.no",
                "$.nothing",
                "$.store.book[9]",
                "$.expensive.x",
                "$.none.x",
                "$.store.book.title",
                "$..book[?(@.price)].title",
                "$..[0].title",
                "$..[?(@.isbn)]"
            })
    void selectsWhatTheLibrarySelects(String text) {
        List<Object> expected;
        try {
            expected = JsonPath.compile(text)
                    .read(TREE.root(), Configuration.defaultConfiguration().addOptions(Option.ALWAYS_RETURN_LIST));
        } catch (com.jayway.jsonpath.PathNotFoundException nothing) {
            expected = List.of();
        }
        JaywayPath path = path(text);

        for (int again = 0; again < 2; again++) {
            assertThat(path.select(TREE, 1000).values()).isEqualTo(expected);
            assertThat(path.matches(TREE).matches()).isEqualTo(!expected.isEmpty());
            assertThat(path.matches(TREE).values())
                    .isEqualTo(expected.stream().limit(1).toList());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $.store.book.length()         | 4
            $.store.book.size()           | 4
            $.store.keys()                | [book, bicycle]
            $.nothing.length()            |
            $.expensive.length()          |
            """)
    void callsFunctionsWithoutArguments(String text, String value) {
        Evaluation evaluation = path(text).matches(TREE);

        assertThat(evaluation.values()).hasToString(value == null ? "[]" : "[" + value + "]");
    }

    @Test
    void nullAndFalseAreMatches() {
        assertThat(path("$.none").matches(TREE).values()).containsExactly((Object) null);
        assertThat(path("$.no").matches(TREE).values()).containsExactly(false);
    }

    @Test
    void stringsInListsStayStringsEvenIfTheyLookLikePaths() {
        assertThat(path("$.store.book[?(@.tags contains '$sea')]").matches(TREE).matches())
                .isTrue();
        assertThat(path("$.store.book[?('[x]' in @.tags)]").matches(TREE).matches())
                .isTrue();
    }

    @Test
    void valuesThatAFunctionIsNotMadeForAreAFault() {
        assertThat(path("$.expensive.sum()").matches(TREE).fault())
                .get()
                .extracting(Faulted::reason)
                .isEqualTo(Reason.BROKEN);
        assertThat(path("$.store[?(@.book contains 'x')]").matches(TREE).fault())
                .get()
                .extracting(Faulted::reason)
                .isEqualTo(Reason.BROKEN);
    }

    @Test
    void equalIfTheTextIs() {
        assertThat(path("$.a")).isEqualTo(path("$.a")).hasSameHashCodeAs(path("$.a"));
        assertThat(path("$.a")).isNotEqualTo(path("$['a']")).hasToString("$.a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$..[0].title",
                "$..book[?(@.isbn && @.price < 10)].title",
                "$..[?(@.isbn)].title",
                "$.store.book[?(@.tags contains 'whale')].title"
            })
    void threadsCanShareAPath(String text) throws Exception {
        JaywayPath path = path(text);
        List<Object> expected = path.select(TREE, 100).values();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> work = () -> {
                int wrong = 0;
                for (int i = 0; i < 2000; i++) {
                    wrong += path.select(TREE, 100).values().equals(expected) ? 0 : 1;
                }
                return wrong;
            };
            List<Future<Integer>> all = new ArrayList<>(threads.invokeAll(List.of(work, work, work, work)));
            for (Future<Integer> each : all) {
                assertThat(each.get()).isZero();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    static JaywayPath path(String text) {
        Compilation<JaywayPath> compilation = JaywayPath.compile(text);
        assertThat(compilation).as(text).isInstanceOf(Compiled.class);
        return compilation.expression().orElseThrow();
    }
}
