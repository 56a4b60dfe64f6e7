package org.inpractice.learning.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealingTest {
    private static final UUID REPORT = UUID.fromString("01992f6e-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("01992f6e-0000-7000-8000-000000000002");
    private static final String FIRST = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String SECOND = "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private final MasterKeys masterKeys = MasterKeys.of(Optional.of("a:" + FIRST));
    private final TextKey impact = key(masterKeys, REPORT, "impact");
    private final TextKey lessons = key(masterKeys, REPORT, "lessons");

    @Test
    void opens_what_it_sealed_and_no_two_sealed_texts_are_alike() {
        // given
        String text = "José waited alone — nobody called. 🙂";
        // when
        String once = sealed(impact, text);
        String again = sealed(impact, text);
        // then
        assertEquals(text, opener("1", impact).open(REPORT, "impact", once));
        assertEquals(text, opener("1", impact).open(REPORT, "impact", again));
        assertFalse(once.equals(again));
    }

    @Test
    void a_sealed_text_opens_in_its_own_place_only() {
        // given
        String sealed = sealed(impact, "secret");
        // then
        assertEquals(Opener.UNREADABLE, opener("1", impact).open(REPORT, "lessons", sealed));
        assertEquals(Opener.UNREADABLE, opener("1", impact).open(OTHER, "impact", sealed));
        assertEquals(Opener.UNREADABLE, opener("2", impact).open(REPORT, "impact", sealed));
        assertEquals(
                Opener.UNREADABLE,
                opener("1", lessons).open(REPORT, "lessons", sealed.replace(id(impact), id(lessons))));
    }

    @Test
    void a_key_row_that_was_moved_to_another_report_does_not_open_there() {
        TextKey moved = new TextKey(impact.keyId(), "1", OTHER, "impact", impact.masterKey(), impact.wrapped());
        assertEquals(Opener.UNREADABLE, opener("1", moved).open(OTHER, "impact", sealed(impact, "secret")));
    }

    @Test
    void a_changed_text_does_not_open() {
        String sealed = sealed(impact, "secret");
        for (int at : List.of(9 + 36 + 3, sealed.length() - 6)) {
            char other = sealed.charAt(at) == 'A' ? 'B' : 'A';
            String changed = sealed.substring(0, at) + other + sealed.substring(at + 1);
            assertEquals(Opener.UNREADABLE, opener("1", impact).open(REPORT, "impact", changed));
        }
        for (String broken : List.of("", "secret", "sealed.1.", SealedText.PREFIX + id(impact) + ".", sealed + "!")) {
            assertEquals(Opener.UNREADABLE, opener("1", impact).open(REPORT, "impact", broken), broken);
        }
    }

    @Test
    void without_its_key_a_text_is_redacted() {
        assertEquals(Opener.REDACTED, opener("1", lessons).open(REPORT, "impact", sealed(impact, "secret")));
        assertTrue(opener("1").find(REPORT, "impact", sealed(impact, "secret")).isEmpty());
    }

    @Test
    void the_data_of_an_event_is_opened_wherever_it_has_texts() {
        // given
        String data = "{\"n\":1,\"impact\":\"%s\",\"lessons\":[\"%s\",\"%s\"],\"plain\":\"sealed.\"}"
                .formatted(sealed(impact, "a \"b\""), sealed(lessons, "one"), sealed(lessons, "two"));
        // when
        String opened = OpenedEvents.open(opener("1", impact), REPORT, data);
        // then
        assertEquals(
                "{\"n\":1,\"impact\":\"a \\\"b\\\"\",\"lessons\":[\"redacted\",\"redacted\"],\"plain\":\"sealed.\"}",
                opened);
        assertEquals("{ \"n\":1.0 }", OpenedEvents.open(opener("1"), REPORT, "{ \"n\":1.0 }"));
    }

    @Test
    void a_new_master_key_opens_what_an_old_one_wrapped_as_long_as_it_is_there() {
        MasterKeys both = MasterKeys.of(Optional.of("b:%s, a:%s".formatted(SECOND, FIRST)));
        assertEquals("b", both.current());
        assertTrue(both.unwrap("a", impact.wrapped(), impact.boundTo()).isPresent());
        MasterKeys onlyNew = MasterKeys.of(Optional.of("b:" + SECOND));
        assertTrue(onlyNew.unwrap("a", impact.wrapped(), impact.boundTo()).isEmpty());
        MasterKeys otherUnderTheId = MasterKeys.of(Optional.of("a:" + SECOND));
        assertTrue(
                otherUnderTheId.unwrap("a", impact.wrapped(), impact.boundTo()).isEmpty());
    }

    @Test
    void wrapping_again_keeps_the_key() {
        byte[] key = TextCipher.newKey();
        assertArrayEquals(
                key, masterKeys.unwrap("a", masterKeys.wrap(key, "x"), "x").orElseThrow());
        assertTrue(masterKeys.unwrap("a", masterKeys.wrap(key, "x"), "y").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a:", ":AAAA", "a:AAAA", "a:not base64", "a b:AAAA"})
    void a_wrong_setting_is_refused_without_repeating_it(String setting) {
        String message = assertThrows(IllegalStateException.class, () -> MasterKeys.of(Optional.of(setting)))
                .getMessage();
        assertTrue(message.startsWith(MasterKeys.SETTING), message);
        assertFalse(message.contains("AAAA") || message.contains("not base64"), message);
    }

    @Test
    void a_missing_setting_and_two_keys_of_one_id_are_refused() {
        assertThrows(IllegalStateException.class, () -> MasterKeys.of(Optional.empty()));
        assertThrows(
                IllegalStateException.class, () -> MasterKeys.of(Optional.of("a:%s,a:%s".formatted(FIRST, SECOND))));
    }

    private Opener opener(String districtId, TextKey... keys) {
        return new Opener(masterKeys, districtId, List.of(keys));
    }

    private static String id(TextKey key) {
        return key.keyId().toString();
    }

    private static TextKey key(MasterKeys masterKeys, UUID report, String field) {
        TextKey key = new TextKey(UUID.randomUUID(), "1", report, field, masterKeys.current(), null);
        return new TextKey(key.keyId(), "1", report, field, "a", masterKeys.wrap(TextCipher.newKey(), key.boundTo()));
    }

    private String sealed(TextKey key, String text) {
        byte[] clear =
                masterKeys.unwrap(key.masterKey(), key.wrapped(), key.boundTo()).orElseThrow();
        byte[] sealed = TextCipher.seal(
                clear, text.getBytes(StandardCharsets.UTF_8), TextKey.place("1", key.reportId(), key.field()));
        return SealedText.PREFIX + key.keyId() + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }
}
