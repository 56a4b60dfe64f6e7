package org.inpractice.stream;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A way to the database that stops in the middle of a long answer, as a client does that is frozen while it reads. */
final class FrozenNetwork implements AutoCloseable {
    private final ServerSocket door;
    private final int serverPort;
    private final long bytesBeforeItFreezes;
    private final CountDownLatch frozen = new CountDownLatch(1);
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    FrozenNetwork(int serverPort, long bytesBeforeItFreezes) throws IOException {
        this.serverPort = serverPort;
        this.bytesBeforeItFreezes = bytesBeforeItFreezes;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    void awaitFrozen() throws InterruptedException {
        frozen.await();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                sockets.addAll(List.of(client, server));
                Thread.ofPlatform().daemon().start(() -> forward(client, server, Long.MAX_VALUE));
                Thread.ofPlatform().daemon().start(() -> forward(server, client, bytesBeforeItFreezes));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void forward(Socket from, Socket to, long limit) {
        byte[] buffer = new byte[16 * 1024];
        long forwarded = 0;
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                out.flush();
                forwarded += read;
                if (forwarded >= limit) {
                    // Neither reads on nor closes: the server's answer piles up.
                    frozen.countDown();
                    return;
                }
            }
        } catch (IOException closed) {
            // One side is gone, or the test is over.
        }
    }

    /** Ends every connection: the frozen client finds out. */
    void thaw() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        thaw();
    }
}
