package org.inpractice.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** TCP ports of the loopback address 127.0.0.1. */
public final class Ports {
    private static final int CONNECT_MILLIS = 500;

    private Ports() {}

    /** A port nobody listens on at this moment. Nothing reserves it: take it soon. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether somebody listens on the port, on the loopback address or on all addresses. */
    public static boolean inUse(int port) {
        // Connecting first: on macOS one may bind 127.0.0.1 beside a listener on all addresses.
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(loopback(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException refused) {
            return !canBind(port);
        }
    }

    private static boolean canBind(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, loopback())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }
}
