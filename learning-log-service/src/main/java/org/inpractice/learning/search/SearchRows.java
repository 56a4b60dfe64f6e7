package org.inpractice.learning.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.inpractice.learning.Query;
import org.inpractice.learning.search.SearchDocument.Part;
import org.inpractice.learning.search.WordIndex.Words;
import org.inpractice.stream.EventJson;

/** Writes and reads documents and their words, in the tables of failures or in those of cycles. */
final class SearchRows {
    /** The tables of what this service's own events tell, and of what cycles tell: each is rebuilt from its own source. */
    static final SearchRows OF_FAILURES = new SearchRows("search_text", "search_word");

    static final SearchRows OF_CYCLES = new SearchRows("search_study", "search_study_word");

    private static final TypeReference<List<Part>> PARTS = new TypeReference<>() {};

    private final String texts;
    private final String words;

    private SearchRows(String texts, String words) {
        this.texts = texts;
        this.words = words;
    }

    List<String> tables() {
        return List.of(texts, words);
    }

    /** Stores a document as it is now, in place of what it was. */
    void put(Connection connection, String districtId, SearchDocument document, Words kept) throws SQLException {
        remove(connection, districtId, document.documentId());
        Query.of(
                        "insert into " + texts
                                + " (district_id, document_id, kind, failure_id, cycle_id, site_id, on_date,"
                                + " position, parts, words) values (?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?::tsvector)",
                        districtId,
                        document.documentId(),
                        document.kind().name(),
                        document.failureId(),
                        document.cycleId(),
                        document.siteId(),
                        document.on(),
                        document.position(),
                        json(document.parts()),
                        kept.vector())
                .run(connection);
        try (var statement = connection.prepareStatement(
                "insert into " + words + " (district_id, document_id, word, trigrams) values (?, ?, ?, ?)")) {
            for (Map.Entry<String, Long[]> word : kept.trigrams().entrySet()) {
                statement.setString(1, districtId);
                statement.setObject(2, document.documentId());
                statement.setString(3, word.getKey());
                statement.setArray(4, connection.createArrayOf("bigint", word.getValue()));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    void remove(Connection connection, String districtId, UUID documentId) throws SQLException {
        for (String table : tables()) {
            Query.of("delete from " + table + " where district_id = ? and document_id = ?", districtId, documentId)
                    .run(connection);
        }
    }

    List<SearchDocument> ofFailure(Connection connection, String districtId, UUID failureId) throws SQLException {
        return Query.of(
                        "select * from " + texts + " where district_id = ? and failure_id = ? order by document_id",
                        districtId,
                        failureId)
                .rows(connection, SearchRows::document);
    }

    static SearchDocument document(ResultSet row) throws SQLException {
        return new SearchDocument(
                row.getObject("document_id", UUID.class),
                SearchKind.valueOf(row.getString("kind")),
                row.getObject("failure_id", UUID.class),
                row.getObject("cycle_id", UUID.class),
                row.getString("site_id"),
                row.getObject("on_date", LocalDate.class),
                row.getInt("position"),
                parts(row.getString("parts")));
    }

    private static String json(List<Part> parts) {
        try {
            return EventJson.mapper().writeValueAsString(parts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Part> parts(String json) {
        try {
            return EventJson.mapper().readValue(json, PARTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a document's parts are no JSON", e);
        }
    }
}
