package org.inpractice.journeys;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept-alive HTTP/1.1 connection to a service on the loopback address, one request at a time. It costs a load generator
 * a small part of what {@code java.net.http} does, which matters when client and server share two cores. Not thread-safe.
 */
public final class HttpConnection implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;
    private static final byte[] NOTHING = new byte[0];

    private final Socket socket;
    private final InputStream input;
    private final String credentials;

    /** Connects at once; fails when nobody listens. */
    public HttpConnection(int port, String token) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        input = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
        credentials = token == null ? "" : "Authorization: Bearer " + token + "\r\n";
    }

    /**
     * What came back.
     *
     * @param location the header, or null
     * @param text the body
     */
    public record Answer(int status, String location, String etag, String text) {
        /** The last segment of {@code Location}. */
        public String createdId() {
            return location.substring(location.lastIndexOf('/') + 1);
        }
    }

    /** Reads. */
    public Answer get(String path) throws IOException {
        return send("GET", path, null);
    }

    /** Posts JSON. */
    public Answer post(String path, byte[] json, String idempotencyKey) throws IOException {
        return send("POST", path, json, "Idempotency-Key: " + idempotencyKey);
    }

    /**
     * Sends a request and reads its answer.
     *
     * @param json the body, or null
     * @param headers whole lines
     */
    public Answer send(String method, String path, byte[] json, String... headers) throws IOException {
        StringBuilder head = new StringBuilder(512)
                .append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n")
                .append(credentials);
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        if (json != null) {
            head.append("Content-Type: application/json\r\nContent-Length: ")
                    .append(json.length)
                    .append("\r\n");
        }
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] body = json == null ? NOTHING : json;
        byte[] request = new byte[start.length + body.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(body, 0, request, start.length, body.length);
        socket.getOutputStream().write(request);
        return readAnswer();
    }

    private Answer readAnswer() throws IOException {
        String statusLine = line();
        int status = Integer.parseInt(statusLine.substring(9, 12));
        int length = 0;
        boolean chunked = false;
        String location = null;
        String etag = null;
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            String value = line.substring(colon + 1).strip();
            switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
                case "location" -> location = value;
                case "etag" -> etag = value;
                default -> {
                    // Nobody asks for the others.
                }
            }
        }
        byte[] body = chunked ? chunks() : exactly(length);
        return new Answer(status, location, etag, new String(body, StandardCharsets.UTF_8));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line(), 16);
            body.write(exactly(size));
            line();
            if (size == 0) {
                return body.toByteArray();
            }
        }
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = input.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer ended early");
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new EOFException("the connection was closed");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
