package org.unstuck.scenario;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A JSON document from a file, a resource or a text. Bytes must be strict UTF-8; a byte-order mark is skipped. */
final class Document {

    private static final int LARGEST = 64 * 1024 * 1024;
    private static final int CHUNK = 8192;

    private Document() {}

    /**
     * The document in {@code file}.
     *
     * @param name how messages call it
     * @throws BadScenario if it cannot be read or is no JSON
     */
    static Located read(String name, Path file) {
        if (Files.isDirectory(file)) {
            throw unread(name, "is a folder, not a file.", "Maybe a file inside it.");
        }
        if (!Files.exists(file)) {
            throw unread(name, "there is no such file.", "Maybe the path is relative to another folder.");
        }
        if (!Files.isRegularFile(file)) {
            throw unread(name, "is not a regular file.", "");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(name, in);
        } catch (IOException e) {
            throw unread(name, "cannot be read: " + e.getMessage(), "");
        }
    }

    /** The document in {@code in}. */
    static Located read(String name, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw unread(name, "is larger than " + LARGEST / (1024 * 1024) + " MB.", "");
        }
        int mark = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE) || isWide(bytes)) {
            throw new BadScenario(
                    new Mistake(name, "", 1, 1, "this is not UTF-8 text.", "Maybe UTF-16: save it as UTF-8."));
        }
        checkUtf8(name, ByteBuffer.wrap(bytes, mark, bytes.length - mark));
        return JsonTree.read(
                name,
                new InputStreamReader(
                        new ByteArrayInputStream(bytes, mark, bytes.length - mark), StandardCharsets.UTF_8));
    }

    /** The document in {@code text}. */
    static Located parse(String name, String text) {
        return JsonTree.read(name, new StringReader(text));
    }

    private static BadScenario unread(String name, String problem, String maybe) {
        return new BadScenario(new Mistake(name, "", 0, 0, problem, maybe));
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    /** UTF-16 or UTF-32 without a mark: the second character of a JSON text is ASCII too, so every second byte is 0. */
    private static boolean isWide(byte[] bytes) {
        return bytes.length >= 4 && (bytes[0] == 0 && bytes[2] == 0 || bytes[1] == 0 && bytes[3] == 0);
    }

    private static void checkUtf8(String name, ByteBuffer bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer chunk = CharBuffer.allocate(CHUNK);
        int line = 1;
        int column = 1;
        char before = 0;
        CoderResult result;
        do {
            result = decoder.decode(bytes, chunk, true);
            chunk.flip();
            while (chunk.hasRemaining()) {
                char c = chunk.get();
                boolean ends = c == '\r' || c == '\n';
                line += ends && !(c == '\n' && before == '\r') ? 1 : 0;
                column = ends ? 1 : column + 1;
                before = c;
            }
            chunk.clear();
        } while (result.isOverflow());
        if (result.isError()) {
            String problem = String.format(
                    java.util.Locale.ROOT, "byte 0x%02x is not UTF-8 text.", bytes.get(bytes.position()) & 0xFF);
            throw new BadScenario(
                    new Mistake(name, "", line, column, problem, "Maybe another encoding: save it as UTF-8."));
        }
    }
}
