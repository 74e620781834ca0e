package org.fanfare.launch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;

/** The file in the home that holds the keys which secrets are stored with, one {@code id:base64} a line. */
record SecretsFile(Path path) {

    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 4;

    /** A line with a new key. */
    static String newLine() {
        SecureRandom random = new SecureRandom();
        byte[] id = new byte[ID_BYTES];
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(id);
        random.nextBytes(key);
        return "k" + HexFormat.of().formatHex(id) + ":" + Base64.getEncoder().encodeToString(key);
    }

    boolean isThere() {
        return Files.exists(path);
    }

    /** Makes the file, with one key, for its owner alone; false if it is there. */
    boolean makeIfAbsent() {
        if (isThere()) {
            return false;
        }
        try {
            write();
            return true;
        } catch (IOException e) {
            throw StartRefused.cannotStart("the file " + path + " cannot be made (" + e + ").");
        }
    }

    /** It is there as a whole or not at all, and on disk before anything is sealed with its key. */
    private void write() throws IOException {
        Path draft = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(draft);
        try (FileChannel file = FileChannel.open(
                draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), forItsOwner())) {
            ByteBuffer line = ByteBuffer.wrap((newLine() + "\n").getBytes(StandardCharsets.US_ASCII));
            while (line.hasRemaining()) {
                file.write(line);
            }
            file.force(true);
        }
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] forItsOwner() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
