package org.fanfare.problem;

import java.net.URI;

/**
 * The kinds of problem that Fanfare answers with (RFC 9457). Each has a page at its type URI, {@code /problems/<slug>}.
 */
public enum ProblemType {
    MALFORMED(400, "malformed", "The request cannot be read", "It is not of the form that the resource takes."),
    UNAUTHENTICATED(
            401,
            "unauthenticated",
            "Unauthenticated",
            "It is not known who calls: there are no credentials, or none that are good here. The header WWW-Authenticate"
                    + " names what is taken."),
    FORBIDDEN(
            403,
            "forbidden",
            "Forbidden",
            "There is nothing of that name that the caller may see. The answer does not tell which of the two it is."),
    ROLE_MISSING(403, "role-missing", "Role missing", "The caller has none of the roles that may do this."),
    CROSS_SITE(
            403,
            "cross-site",
            "From another site",
            "A browser sent the request for a page of another site, whose origin fanfare.cors.origins does not name."),
    NOT_FOUND(404, "not-found", "Nothing matches the given URI", "There is no such resource for this caller."),
    METHOD_NOT_ALLOWED(
            405, "method-not-allowed", "Method not allowed", "The header Allow names the methods of the resource."),
    NOT_ACCEPTABLE(
            406, "not-acceptable", "Not acceptable", "The resource has no form that the header Accept asks for."),
    TIMEOUT(408, "timeout", "The request takes too long", "The client is slower than fanfare.http.patience allows."),
    CONFLICT(409, "conflict", "Conflict", "The request contradicts what is stored."),
    TOO_LARGE(
            413,
            "too-large",
            "The body is too large",
            "The detail says how much the resource takes; of /receive, fanfare.receive.max-bytes says it."),
    UNSUPPORTED_MEDIA_TYPE(
            415, "unsupported-media-type", "Unsupported media type", "The Content-Type is not one that is read here."),
    INVALID(
            422,
            "invalid",
            "A value is refused",
            "The body is well formed, but values in it are refused; errors names each."),
    TOO_MANY(
            429,
            "too-many",
            "Too many requests",
            "More events come than the tenant may send. The header Retry-After says in how many seconds there is room."),
    INTERNAL(500, "internal", "Internal error", "Fanfare failed; the log holds the cause beside the incident's id."),
    UNAVAILABLE(503, "unavailable", "Unavailable", "A part that Fanfare needs does not answer. Try again later.");

    private final int status;
    private final String slug;
    private final String title;
    private final String explanation;

    ProblemType(int status, String slug, String title, String explanation) {
        this.status = status;
        this.slug = slug;
        this.title = title;
        this.explanation = explanation;
    }

    public int status() {
        return status;
    }

    public String slug() {
        return slug;
    }

    public String title() {
        return title;
    }

    /** A sentence for the page of this type. */
    public String explanation() {
        return explanation;
    }

    /** The {@code type} member: a relative reference to the page. */
    public URI uri() {
        return URI.create("/problems/" + slug);
    }

    /** The type that stands for a status that the server itself has chosen. */
    static ProblemType ofStatus(int status) {
        for (ProblemType type : values()) {
            if (type.status == status) {
                return type;
            }
        }
        return status >= 500 ? INTERNAL : MALFORMED;
    }
}
