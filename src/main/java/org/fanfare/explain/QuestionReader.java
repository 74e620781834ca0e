package org.fanfare.explain;

import jakarta.json.JsonArray;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.fanfare.filter.ExpressionReader;
import org.fanfare.filter.ExpressionSettings;
import org.fanfare.filter.Filter;
import org.fanfare.filter.FilterDialect;
import org.fanfare.filter.FilterReader;
import org.fanfare.jsonpath.Dialect;
import org.fanfare.jsonpath.JsonPath;
import org.fanfare.problem.Fault;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.syntax.Compilation;
import org.fanfare.wire.JsonMembers;
import org.fanfare.wire.Uuids;

/** Reads what {@code POST /expressions/test} asks. All faults of a body are told at once. */
final class QuestionReader {

    private static final Set<String> MEMBERS =
            new TreeSet<>(List.of("dialect", "document", "event_id", "expression", "filters"));

    private static final Map<String, FilterDialect> SHORT_NAMES = Map.of(
            "jsonpath2", FilterDialect.JSONPATH2,
            "rfc9535", FilterDialect.JSONPATH,
            "jayway", FilterDialect.JAYWAY);

    private static final Set<FilterDialect> LANGUAGES =
            Set.of(FilterDialect.SQL, FilterDialect.JSONPATH, FilterDialect.JSONPATH2, FilterDialect.JAYWAY);

    private final ExpressionSettings settings;

    QuestionReader(ExpressionSettings settings) {
        this.settings = settings;
    }

    Question read(byte[] body) {
        JsonMembers members = JsonMembers.ofBody(body);
        members.refuseBut(MEMBERS);
        refuseBothOrNeither(members, "expression", "filters");
        refuseBothOrNeither(members, "document", "event_id");
        String text = members.text("expression");
        FilterDialect dialect = dialect(members, text);
        Optional<Filter> filter = members.has("filters")
                ? filters(members)
                : text == null ? Optional.empty() : expression(dialect, text, members);
        UUID eventId = eventId(members);
        if (!members.faults().isEmpty()) {
            throw Problem.of(ProblemType.INVALID, members.faults());
        }
        return new Question(
                filter.orElseThrow(),
                members.has("filters") ? null : dialect.wireName(),
                members.value("document"),
                eventId);
    }

    private static void refuseBothOrNeither(JsonMembers members, String one, String other) {
        if (members.has(one) && members.has(other)) {
            members.fault(other, "%s cannot be given together with %s.".formatted(other, one));
        } else if (!members.has(one) && !members.has(other)) {
            members.fault(one, "%s is required, or %s in its place.".formatted(one, other));
        }
    }

    /** The language that is named; if none is, the one that {@code /eventmatch} would take the text for. */
    private FilterDialect dialect(JsonMembers members, String text) {
        if (!members.has("dialect")) {
            boolean standard = text != null
                    && JsonPath.detect(text, settings.limits())
                            .expression()
                            .filter(path -> path.dialect() == Dialect.RFC9535)
                            .isPresent();
            return standard ? FilterDialect.JSONPATH : FilterDialect.JSONPATH2;
        }
        if (members.has("filters")) {
            return members.fault("dialect", "dialect is for an expression; filters name their own.");
        }
        String name = members.text("dialect");
        return name == null
                ? null
                : Optional.ofNullable(SHORT_NAMES.get(name))
                        .or(() -> FilterDialect.named(name).filter(LANGUAGES::contains))
                        .orElseGet(() -> members.fault(
                                "dialect",
                                "dialect must be jsonpath2, rfc9535, jayway or sql, or the name of such a filter."));
    }

    private Optional<Filter> filters(JsonMembers members) {
        JsonArray filters = members.array("filters");
        return filters == null
                ? Optional.empty()
                : new FilterReader(settings)
                        .all(filters, fault -> members.faults().add(fault.below("/filters")));
    }

    private Optional<Filter> expression(FilterDialect dialect, String text, JsonMembers members) {
        if (dialect == null) {
            return Optional.empty();
        }
        Compilation<Filter> compilation = new ExpressionReader(settings).read(dialect, text);
        compilation
                .rejection()
                .ifPresent(rejected -> members.faults()
                        .add(Fault.ofMember("expression", rejected.message())
                                .at(rejected.position(), rejected.expected())));
        return compilation.expression();
    }

    private static UUID eventId(JsonMembers members) {
        String text = members.text("event_id");
        return text == null
                ? null
                : Uuids.read(text)
                        .orElseGet(() -> members.fault("event_id", "event_id must be a UUID, a tracking id."));
    }
}
