package org.fanfare.launch;

import fish.payara.micro.ClusterCommandResult;
import fish.payara.micro.ClusterCommandResult.ExitStatus;
import fish.payara.micro.boot.AdminCommandRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Commands of asadmin that whoever runs this wants to be run before the application is there, such as {@code
 * create-file-user}: one in each line, words separated by blanks, {@code #} for comments.
 */
final class CommandFile {

    private final List<String> lines;

    private CommandFile(List<String> lines) {
        this.lines = lines;
    }

    /** @param path empty for no file */
    static CommandFile read(String path) {
        if (path.isEmpty()) {
            return new CommandFile(List.of());
        }
        try {
            return new CommandFile(Files.readAllLines(Path.of(path)).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList());
        } catch (IOException unreadable) {
            throw StartRefused.cannotStart("the file " + path + " of fanfare.server.commands cannot be read.");
        }
    }

    /** The sentence about the first that failed, without its words, which may be secret. */
    Optional<String> run(AdminCommandRunner commands) {
        for (int i = 0; i < lines.size(); i++) {
            String[] words = lines.get(i).split("\\s+");
            ClusterCommandResult result = commands.run(words[0], Arrays.copyOfRange(words, 1, words.length));
            if (result.getExitStatus() == ExitStatus.FAILURE) {
                return Optional.of("the command " + words[0] + ", number " + (i + 1)
                        + " in the file of fanfare.server.commands, failed: " + result.getOutput());
            }
        }
        return Optional.empty();
    }
}
