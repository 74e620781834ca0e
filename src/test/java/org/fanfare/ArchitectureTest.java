package org.fanfare;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Data flow one way: a room imports only rooms further down. */
@AnalyzeClasses(packages = "org.fanfare", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** What the launcher and the WAR both have a copy of. */
    private static final String SHARED = "keys";

    /** The floors of the house, from the top; rooms on one floor do not know each other. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("start", "command"),
            List.of("guard"),
            List.of("entrance", "receive", "explain", "replay", "admin", "probe", "ui", "demo"),
            List.of("history"),
            List.of("routing"),
            List.of("health", "handshake"),
            List.of("subscription"),
            List.of("delivery"),
            List.of("policy", "token"),
            List.of("event"),
            List.of("outcome", "traffic", "batch"),
            List.of("sending", "slack"),
            List.of("dialect", "destination", "signing"),
            List.of("audit"),
            List.of("filter"),
            List.of("jsonpath", "cesql", "jayway"),
            List.of("trait", "syntax"),
            List.of("tenant"),
            List.of("database", "caller", "queue", "secret"),
            List.of("wire"),
            List.of("settings", "problem", "metrics"),
            List.of(SHARED));

    /** Outside the WAR, with the server: they know nothing of the house, and it nothing of them. */
    private static final String[] BESIDE = {"org.fanfare.launch..", "org.fanfare.broker.."};

    @ArchTest
    void importsPointDownwards(com.tngtech.archunit.core.domain.JavaClasses house) {
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            for (String room : FLOORS.get(floor)) {
                noClasses()
                        .that()
                        .resideInAPackage("org.fanfare." + room + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(notBelow(floor, room))
                        .because("an event passes the rooms from top to bottom, and nothing flows back: " + room
                                + " may import only what lies below it")
                        .allowEmptyShould(true)
                        .check(house);
            }
        }
    }

    @ArchTest
    static final ArchRule everyRoomHasItsFloor = classes()
            .that(resideInAPackage("org.fanfare.."))
            .and(not(resideInAPackage("org.fanfare")))
            .and(not(resideInAnyPackage(BESIDE)))
            .should()
            .resideInAnyPackage(allRooms())
            .because("a new package needs a place in the one direction that data flow");

    @ArchTest
    static final ArchRule theServersPartsAreApart = noClasses()
            .that(resideInAnyPackage(BESIDE))
            .should()
            .dependOnClassesThat(resideInAnyPackage(ownRooms()))
            .because("the launcher and the resource adapter run before the WAR is there");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("org.fanfare.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule pureRoomsKnowNoServer = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.fanfare.filter..",
                    "org.fanfare.jsonpath..",
                    "org.fanfare.cesql..",
                    "org.fanfare.jayway..",
                    "org.fanfare.trait..",
                    "org.fanfare.syntax..",
                    "org.fanfare.dialect..",
                    "org.fanfare.destination..",
                    "org.fanfare.signing..",
                    "org.fanfare.sending..",
                    "org.fanfare.outcome..",
                    "org.fanfare.traffic..",
                    "org.fanfare.batch..")
            .should()
            .dependOnClassesThat(resideInAPackage("jakarta..").and(not(resideInAPackage("jakarta.json.."))))
            .because("rules are plain classes that a unit test can run");

    @ArchTest
    static final ArchRule settingsAreReadInOnePlace = noClasses()
            .that(not(resideInAPackage("org.fanfare.settings..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.microprofile.config..")
            .because("a key that is not read through Settings is missing from docs/configuration.md");

    @ArchTest
    static final ArchRule bodiesAreReadWithinBounds = noClasses()
            .that(resideInAnyPackage(ownRooms()))
            .and(not(resideInAPackage("org.fanfare.command")))
            .and(not(nameMatching(".*\\.(FilterDialect|ApiDescription).*")))
            .should()
            .callMethod(InputStream.class, "readAllBytes")
            .because("whoever sends something would say how much memory it takes; see BoundedBody. The two classes read"
                    + " pages of the house itself, and commands what their user gives them");

    @ArchTest
    static final ArchRule resourcesReadBodiesThemselves = methods()
            .that()
            .areMetaAnnotatedWith(HttpMethod.class)
            .and()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Path.class)
            .should(new ArchCondition<>("take bodies as streams") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    method.getParameters().stream()
                            .filter(parameter -> parameter.getAnnotations().isEmpty())
                            .filter(parameter -> !parameter.getRawType().isEquivalentTo(InputStream.class))
                            .forEach(parameter -> events.add(SimpleConditionEvent.violated(
                                    method,
                                    method.getFullName() + " takes a "
                                            + parameter.getRawType().getName())));
                }
            })
            .because("what JAX-RS reads for them has no bounds of size and depth");

    @ArchTest
    static final ArchRule onlyTheSenderReachesTargets = noClasses()
            .that(not(resideInAnyPackage("org.fanfare.sending..", "org.fanfare.destination..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.hc..")
            .because("whoever opens connections to targets must go through the address rules");

    private static String[] notBelow(int floor, String room) {
        List<String> packages = new ArrayList<>(List.of(BESIDE));
        for (int other = 0; other <= floor; other++) {
            FLOORS.get(other).stream()
                    .filter(name -> !name.equals(room))
                    .forEach(name -> packages.add("org.fanfare." + name + ".."));
        }
        return packages.toArray(String[]::new);
    }

    private static String[] allRooms() {
        return rooms(room -> true);
    }

    private static String[] ownRooms() {
        return rooms(room -> !room.equals(SHARED));
    }

    private static String[] rooms(Predicate<String> wanted) {
        return FLOORS.stream()
                .flatMap(List::stream)
                .filter(wanted)
                .map(room -> "org.fanfare." + room + "..")
                .toArray(String[]::new);
    }
}
