package org.inpractice.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** That no two launchers use one folder: held by the operating system, so a killed launcher holds it no longer. */
final class StackLock implements AutoCloseable {
    private final StackFolder folder;
    private final FileChannel channel;

    private StackLock(StackFolder folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Takes the folder, or says who has it. */
    static StackLock take(StackFolder folder) {
        Path file = folder.lock();
        try {
            Files.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(channel) == null) {
                channel.close();
                throw new LocalStackException("./dev already runs here (process " + holder(folder)
                        + "): stop it with Ctrl-C in its terminal or with: kill " + holder(folder));
            }
            StackFolder.write(folder.launcherId(), ProcessHandle.current().pid() + System.lineSeparator());
            return new StackLock(folder, channel);
        } catch (IOException e) {
            throw new LocalStackException("Could not lock " + file + ": " + e.getMessage(), e);
        }
    }

    private static FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    private static String holder(StackFolder folder) throws IOException {
        Path file = folder.launcherId();
        return Files.exists(file) ? Files.readString(file).strip() : "unknown";
    }

    @Override
    public void close() {
        try {
            StackFolder.remove(folder.launcherId());
            channel.close();
        } catch (IOException e) {
            throw new LocalStackException("Could not unlock " + folder.lock() + ": " + e.getMessage(), e);
        }
    }
}
