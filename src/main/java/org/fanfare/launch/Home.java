package org.fanfare.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The directory that holds all data of one server, locked for as long as this process lives. */
record Home(Path directory, FileLock lock) {

    static Home open(Path directory) {
        try {
            Files.createDirectories(directory);
            // The lock belongs to the process: the system takes it away even from one that was killed.
            FileChannel channel =
                    FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw StartRefused.cannotStart("another process uses the directory " + directory + ".");
            }
            return new Home(directory, lock);
        } catch (IOException e) {
            throw StartRefused.cannotStart("the directory " + directory + " cannot be used (" + e + ").");
        }
    }

    Path run() {
        return directory.resolve("run");
    }
}
