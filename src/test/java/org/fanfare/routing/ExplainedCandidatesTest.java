package org.fanfare.routing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fanfare.filter.Account;
import org.fanfare.filter.EventFacts;
import org.fanfare.filter.JsonPathFilter;
import org.fanfare.filter.Room;
import org.fanfare.filter.Trial;
import org.fanfare.jsonpath.Budget;
import org.fanfare.jsonpath.Dialect;
import org.fanfare.jsonpath.JsonPath;
import org.fanfare.syntax.Limits;
import org.fanfare.testing.JsonTexts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An explanation that is not about what happens would mislead: it is compared with what the index and tests do. */
class ExplainedCandidatesTest {

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void explanationsMatchWhatMatchesAndRuleOutNothingElse(Dialect dialect) {
        Random random = new Random(20240229);
        RandomExpressions made = new RandomExpressions(random, dialect);
        FilterIndex index = new FilterIndex();
        List<SharedFilter> filters = new ArrayList<>();
        while (filters.size() < 300) {
            JsonPath.compile(dialect, made.next(), Limits.WIDEST)
                    .expression()
                    .map(path -> new SharedFilter(new JsonPathFilter(path)))
                    .ifPresent(filters::add);
        }
        filters.forEach(index::add);
        int ruledOut = 0;
        for (int i = 0; i < 50; i++) {
            JsonValue document = JsonTexts.value(made.document(4));
            EventFacts event = EventFacts.of(JsonValue.EMPTY_JSON_OBJECT, document);
            Candidates found = index.candidates(event);
            for (SharedFilter shared : filters) {
                Account account = explained(shared, event);
                boolean matches =
                        shared.filter().test(event, Budget.of(event.document())).isMatch();
                assertThat(account.verdict().isMatch())
                        .as("%s on %s", shared.filter(), document)
                        .isEqualTo(matches);
                assertThat(account.filter().verdict().isMatch()).isEqualTo(matches);
                assertThat(found.certain().contains(shared) || found.possible().contains(shared))
                        .as("the index may test more than it must, not less: %s on %s", shared.filter(), document)
                        .isIn(true, account.candidate());
                ruledOut += account.candidate() ? 0 : 1;
            }
        }
        assertThat(ruledOut).as("the test tests something").isGreaterThan(1_000);
    }

    private static Account explained(SharedFilter shared, EventFacts event) {
        return new Trial(shared.filter()).explain(event, () -> Budget.of(event.document()), new Room(100, 10_000));
    }
}
