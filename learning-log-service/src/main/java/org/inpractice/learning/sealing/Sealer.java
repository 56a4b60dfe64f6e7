package org.inpractice.learning.sealing;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.inpractice.stream.DistrictStream;

/**
 * Seals the texts of one report in one transaction; keys that it makes stand or fall with it. The caller holds the
 * district's head lock, or appends to the report's aggregate in the same transaction: a text is then never sealed with a key
 * that is erased meanwhile.
 */
public final class Sealer {
    private final Connection connection;
    private final MasterKeys masterKeys;
    private final String districtId;
    private final UUID reportId;
    private final Map<String, TextKey> keys = new HashMap<>();

    Sealer(Connection connection, MasterKeys masterKeys, String districtId, UUID reportId) throws SQLException {
        this.connection = connection;
        this.masterKeys = masterKeys;
        this.districtId = districtId;
        this.reportId = reportId;
        load();
    }

    /** The sealed form of a text; null of null. */
    public SealedText seal(String field, String text) throws SQLException {
        if (text == null) {
            return null;
        }
        TextKey key = keyOf(field);
        byte[] clear = masterKeys
                .unwrap(key.masterKey(), key.wrapped(), key.boundTo())
                .orElseThrow(() -> new IllegalStateException(
                        "the key of a text does not unwrap with master key " + key.masterKey()));
        byte[] sealed = TextCipher.seal(
                clear, text.getBytes(StandardCharsets.UTF_8), TextKey.place(districtId, reportId, field));
        return new SealedText(SealedText.PREFIX + key.keyId() + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
    }

    /** The sealed forms of some texts of one field, in their order; null of null. */
    public List<SealedText> seal(String field, List<String> texts) throws SQLException {
        if (texts == null) {
            return null;
        }
        List<SealedText> sealed = new ArrayList<>(texts.size());
        for (String text : texts) {
            sealed.add(seal(field, text));
        }
        return sealed;
    }

    private TextKey keyOf(String field) throws SQLException {
        if (!keys.containsKey(field)) {
            TextKey fresh = fresh(field);
            if (TextKeyTable.add(connection, fresh)) {
                keys.put(field, fresh);
            } else {
                load();
            }
        }
        return keys.get(field);
    }

    private TextKey fresh(String field) {
        var unwrapped = new TextKey(DistrictStream.newId(), districtId, reportId, field, masterKeys.current(), null);
        return new TextKey(
                unwrapped.keyId(),
                districtId,
                reportId,
                field,
                masterKeys.current(),
                masterKeys.wrap(TextCipher.newKey(), unwrapped.boundTo()));
    }

    private void load() throws SQLException {
        TextKeyTable.of(connection, districtId, List.of(reportId)).forEach(key -> keys.put(key.field(), key));
    }
}
