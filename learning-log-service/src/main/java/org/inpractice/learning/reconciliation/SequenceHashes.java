package org.inpractice.learning.reconciliation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.inpractice.learning.history.HistoryBlocks;

/**
 * Hashes of ranges of one source's sequence. A range is cut where the blocks of the history are cut; a block that lies in
 * it whole is one stored row, so a range of a million events is read as quickly as one of two thousand.
 */
final class SequenceHashes {
    private static final int SIZE = HistoryBlocks.SIZE;

    private final Connection connection;
    private final String districtId;
    private final String source;

    SequenceHashes(Connection connection, String districtId, String source) {
        this.connection = connection;
        this.districtId = districtId;
        this.source = source;
    }

    /** A part of a range that lies in one block. */
    record Piece(long from, long to, String events, String published) {
        SequenceRange range(String source, long arrived) {
            return new SequenceRange(source, from, to, to - from + 1, events, published, arrived);
        }
    }

    /** The hashes of a whole range; every number of it has arrived. */
    SequenceRange range(long from, long to, long arrived) throws SQLException {
        List<Piece> pieces = to < from ? List.of() : pieces(from, to, Integer.MAX_VALUE);
        return new SequenceRange(
                source, from, to, to - from + 1, over(pieces, Piece::events), over(pieces, Piece::published), arrived);
    }

    /** The pieces of a range, in order, at most so many. */
    List<Piece> pieces(long from, long to, int most) throws SQLException {
        long first = (from - 1) / SIZE;
        long last = Math.min((to - 1) / SIZE, first + most - 1);
        Map<Long, Piece> stored = stored(first, last);
        List<Long> blocks = LongStream.rangeClosed(first, last).boxed().toList();
        List<Piece> pieces = new ArrayList<>(blocks.size());
        for (long block : blocks) {
            long begin = Math.max(from, block * SIZE + 1);
            long end = Math.min(to, (block + 1) * SIZE);
            Piece whole = stored.get(block);
            // Not stored: an edge of the range, or the sequence's last block that is still filling.
            pieces.add(whole != null && end - begin + 1 == SIZE ? whole : hashed(begin, end));
        }
        return pieces;
    }

    private Map<Long, Piece> stored(long first, long last) throws SQLException {
        Map<Long, Piece> stored = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select block, events_hash, published_hash from history_block
                where district_id = ? and source = ? and block >= ? and block <= ?
                """)) {
            statement.setString(1, districtId);
            statement.setString(2, source);
            statement.setLong(3, first);
            statement.setLong(4, last);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    long block = row.getLong(1);
                    stored.put(
                            block,
                            new Piece(
                                    block * SIZE + 1, (block + 1) * SIZE, hex(row.getBytes(2)), hex(row.getBytes(3))));
                }
            }
        }
        return stored;
    }

    private Piece hashed(long from, long to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select " + HistoryBlocks.HASHES
                + " from history h where district_id = ? and source = ? and district_seq >= ? and district_seq <= ?")) {
            statement.setString(1, districtId);
            statement.setString(2, source);
            statement.setLong(3, from);
            statement.setLong(4, to);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Piece(from, to, hex(row.getBytes(1)), hex(row.getBytes(2)));
            }
        }
    }

    private static String over(List<Piece> pieces, Function<Piece, String> hash) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (Piece piece : pieces) {
                String line = piece.from() + "\t" + piece.to() + "\t" + hash.apply(piece) + "\n";
                sha256.update(line.getBytes(StandardCharsets.US_ASCII));
            }
            return hex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
