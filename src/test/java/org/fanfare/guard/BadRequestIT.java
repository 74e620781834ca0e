package org.fanfare.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.regex.Pattern;
import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.SharedFanfare.Surroundings;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is sent, no answer says what the server is made of, or goes wrong in its own way. */
@ExtendWith(SharedFanfare.class)
class BadRequestIT {

    private static final Pattern TELLTALE = Pattern.compile(
            "payara|glassfish|grizzly|catalina|tomcat|jersey|resteasy|undertow|wildfly|jboss|exception|\\bat org\\.|\\bat java"
                    + "|java/|<html|\\d+\\.\\d{3,}\\.\\d+|\nserver:|x-powered-by",
            Pattern.CASE_INSENSITIVE);

    private final URI server;

    BadRequestIT(Surroundings surroundings) {
        server = surroundings.fanfare().baseUrl();
    }

    /** {@code \n} is the end of a line, {@code {n*c}} stands for n times c. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // what | request line and headers | status
                "unknown path            | GET /nowhere HTTP/1.1                                                   | 404",
                "unknown page            | GET /ui/nowhere.x HTTP/1.1                                              | 404",
                "inside of the archive   | GET /WEB-INF/web.xml HTTP/1.1                                           | 404",
                "no version like that    | GET / HTTP/9.9                                                          | 505",
                "up and out              | GET /../../etc/passwd HTTP/1.1                                          | 400",
                "up and out by pages     | GET /ui/..%5c..%5cWEB-INF/web.xml HTTP/1.1                              | 400",
                "NUL in a path           | GET /eventmatch/%00 HTTP/1.1                                            | 400",
                "broken escape in a query| GET /jobs?limit=%zz HTTP/1.1                                            | 400",
                "long path               | GET /{20000*a} HTTP/1.1                                                 | 400,414",
                "long query              | GET /jobs?x={20000*a} HTTP/1.1                                          | 400,414",
                "many parameters         | GET /jobs?{101*a=1&} HTTP/1.1                                           | 400",
                "long header             | GET /jobs HTTP/1.1\\nX-A: {20000*a}                                     | 400,431",
                "many headers            | GET /jobs HTTP/1.1\\n{300*X-A: 1\\n}X-B: 1                              | 400,431",
                "header without colon    | GET /jobs HTTP/1.1\\nno colon                                           | 400",
                "TRACE                   | TRACE / HTTP/1.1\\nX-Secret: s3cret                                     | 405",
                "TRACE of a page         | TRACE /ui/ HTTP/1.1\\nX-Secret: s3cret                                  | 405",
                "unknown method          | FOO /eventmatch HTTP/1.1                                                | 405,501",
                "unknown method on a page| FOO /ui/ HTTP/1.1                                                       | 405,501",
                "page that takes nothing | POST /ui/ HTTP/1.1\\nContent-Length: 0                                  | 405",
                "method of another path  | DELETE /receive HTTP/1.1                                                | 405",
                "length that is none     | POST /receive HTTP/1.1\\nContent-Length: xyz                            | 400",
                "negative length         | POST /receive HTTP/1.1\\nContent-Length: -5                             | 400",
                "two lengths             | POST /receive HTTP/1.1\\nContent-Length: 2\\nContent-Length: 3          | 400",
                "broken chunk            | POST /receive HTTP/1.1\\nContent-Type: application/json\\nTransfer-Encoding: chunked\\n\\nzz\\n{}\\n0\\n | 400",
                "huge chunk              | POST /receive HTTP/1.1\\nContent-Type: application/json\\nTransfer-Encoding: chunked\\n\\nffffffffffffffffff\\n{} | 400",
                "too much announced      | POST /receive HTTP/1.1\\nContent-Type: application/json\\nContent-Length: 999999999 | 413",
                "content type that is none| POST /receive HTTP/1.1\\nContent-Type: ;;;/\\nContent-Length: 2\\n\\n{} | 400,415",
                "accept that is none     | GET /jobs HTTP/1.1\\nAccept: ;;;/                                       | 400,406",
                "nothing acceptable      | GET /jobs HTTP/1.1\\nAccept: text/x-none                                | 406",
                "form                    | POST /eventmatch HTTP/1.1\\nContent-Type: application/x-www-form-urlencoded\\nContent-Length: 5\\n\\na=%zz | 400",
                "broken cookie           | GET /jobs HTTP/1.1\\nCookie: a=\"\\; $Version=9                         | 200",
            })
    void noAnswerSaysWhatTheServerIs(String what, String request, String statuses) {
        String answer = answerTo(request);

        assertThat(answer).matches(text -> statuses.contains(text.substring(9, 12)), "is " + statuses);
        assertThat(TELLTALE.matcher(answer).results().map(found -> found.group()))
                .isEmpty();
        assertThat(answer).doesNotContain("s3cret");
    }

    private String answerTo(String request) {
        String text = lines(repeated(request));
        int endOfLine = text.indexOf("\r\n") < 0 ? text.length() : text.indexOf("\r\n");
        String head = text.substring(0, endOfLine);
        String rest = text.substring(endOfLine);
        try (RawRequest raw = RawRequest.to(server)) {
            raw.send(head + "\r\nHost: localhost\r\nConnection: close" + rest
                    + (rest.contains("\r\n\r\n") ? "" : "\r\n\r\n"));
            return raw.readAll();
        }
    }

    private static String lines(String request) {
        return request.replace("\\n", "\r\n");
    }

    private static String repeated(String request) {
        return Pattern.compile("\\{(\\d+)\\*(.+?)\\}")
                .matcher(request)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                        found.group(2).repeat(Integer.parseInt(found.group(1)))));
    }
}
