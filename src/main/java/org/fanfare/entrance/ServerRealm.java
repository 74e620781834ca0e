package org.fanfare.entrance;

import jakarta.security.auth.message.callback.PasswordValidationCallback;
import java.io.IOException;
import java.security.Principal;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;

/**
 * The server's own users, asked for as Jakarta Authentication has it (PasswordValidationCallback), which containers must
 * answer; the login of a request is none on Payara where there is an authentication mechanism. Payara puts user and groups
 * into the subject, WildFly nothing.
 */
final class ServerRealm implements Realm {

    private final CallbackHandler server;

    ServerRealm(CallbackHandler server) {
        this.server = server;
    }

    @Override
    public Answer ask(String user, String password) {
        Subject subject = new Subject();
        PasswordValidationCallback question = new PasswordValidationCallback(subject, user, password.toCharArray());
        try {
            server.handle(new Callback[] {question});
        } catch (IOException | UnsupportedCallbackException unable) {
            throw new IllegalStateException("The server cannot check a name and a password.", unable);
        } finally {
            question.clearPassword();
        }
        if (!question.getResult()) {
            return new Answer.Wrong();
        }
        return subject.getPrincipals().isEmpty() ? new Answer.Untold() : new Answer.Groups(groups(subject, user));
    }

    /** One principal is the user; a user who is named like a role does not have it by that. */
    private static Set<String> groups(Subject subject, String user) {
        return subject.getPrincipals().stream()
                .map(Principal::getName)
                .filter(name -> !name.equals(user))
                .collect(Collectors.toSet());
    }
}
