package org.unstuck.connectome;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.unstuck.table.Misread;

/**
 * A zip archive, read strictly and in memory; nothing is written to disk, so no entry can leave its folder. What a connectome does not
 * need is refused: ZIP64, encryption, links, duplicates, anything before or between entries, sizes or checksums that do not agree.
 *
 * <p>Its own reader, because {@code java.util.zip} shows neither links nor the flags of the directory, and does not compare it with
 * the headers beside the data. The format is that of PKWARE's APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16.
 */
final class Archive {

    static final int MOST_ENTRIES = 64;
    static final int LARGEST_ENTRY = 32 << 20;
    private static final int LARGEST_TOTAL = 64 << 20;
    private static final int LONGEST_NAME = 200;

    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int DIRECTORY = 0x02014b50;
    private static final int DIRECTORY_BYTES = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_BYTES = 30;

    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    /** Flags: encrypted, sizes behind the data, strong encryption, masked directory. */
    private static final int ENCRYPTED = 0x2041;

    private static final int SIZES_LATER = 0x8;
    /** The upper half of the attributes is a Unix mode if the archive was made on Unix. */
    private static final int UNIX = 3;

    private static final int KIND = 0xF000;
    private static final int FILE = 0x8000;
    private static final int FOLDER = 0x4000;
    private static final int LINK = 0xA000;

    private final String file;
    private final ByteBuffer bytes;
    private final Map<String, byte[]> contents = new LinkedHashMap<>();
    /** Names in small letters, and where data begin. */
    private final Map<String, String> seen = new TreeMap<>();

    private final Map<Integer, Integer> taken = new TreeMap<>();
    private long total;

    private Archive(String file, byte[] bytes) {
        this.file = file;
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Whether {@code bytes} begin as a zip archive, an empty one too. */
    static boolean begins(byte[] bytes) {
        return bytes.length >= 4 && bytes[0] == 'P' && bytes[1] == 'K' && (bytes[2] == 3 || bytes[2] == 5);
    }

    /**
     * The files in an archive, without its folders.
     *
     * @param file how messages call it
     * @param bytes the whole archive
     * @throws org.unstuck.scenario.BadScenario if a rule is broken; the message says which
     */
    static Map<String, byte[]> read(String file, byte[] bytes) {
        Archive archive = new Archive(file, bytes);
        archive.readAll();
        return archive.contents;
    }

    private void readAll() {
        int end = bytes.limit() - END_BYTES;
        while (end >= 0 && !(bytes.getInt(end) == END && end + END_BYTES + shortAt(end + 20) == bytes.limit())) {
            end--;
        }
        if (end < 0) {
            throw wrong("the end of the archive is missing.", "Maybe the file was cut, or is no zip archive.");
        }
        int count = shortAt(end + 10);
        long size = intAt(end + 12);
        long start = intAt(end + 16);
        if (count == 0xFFFF || size == 0xFFFFFFFFL || start == 0xFFFFFFFFL || count > MOST_ENTRIES) {
            throw wrong(
                    "the archive has more than " + MOST_ENTRIES
                            + " entries, or is in the ZIP64 format for larger ones.",
                    "Maybe keep only weights, tract_lengths, centres and the like.");
        }
        if (count == 0) {
            throw wrong("the archive has no entries.", "Maybe it was not written to the end.");
        }
        if (shortAt(end + 4) != 0 || shortAt(end + 6) != 0 || shortAt(end + 8) != count) {
            throw wrong("the archive is one part of several.", "Maybe join the parts first.");
        }
        if (start + size != end) {
            throw wrong(
                    "the directory of the archive is not where it says.",
                    "Maybe something was put before it, as in a self-extracting archive: zip the files again.");
        }
        int at = (int) start;
        for (int entry = 0; entry < count; entry++) {
            at = entry(at, end);
        }
        if (at != end) {
            throw wrong("the directory of the archive has more than it says.", "Maybe zip the files again.");
        }
    }

    private int entry(int at, int end) {
        if (at + DIRECTORY_BYTES > end || bytes.getInt(at) != DIRECTORY) {
            throw wrong("the directory of the archive is damaged.", "Maybe the file was cut.");
        }
        int nameLength = shortAt(at + 28);
        int next = at + DIRECTORY_BYTES + nameLength + shortAt(at + 30) + shortAt(at + 32);
        if (next > end) {
            throw wrong("the directory of the archive is damaged.", "Maybe the file was cut.");
        }
        String name = text(at + DIRECTORY_BYTES, nameLength);
        checkName(name);
        checkKind(name, shortAt(at + 4) >> 8, bytes.getInt(at + 38) >>> 16);
        if ((shortAt(at + 8) & ENCRYPTED) != 0) {
            throw wrong("entry \"" + name + "\" is encrypted.", "Maybe zip the files without a password.");
        }
        long size = intAt(at + 24);
        total += size;
        if (size > LARGEST_ENTRY || total > LARGEST_TOTAL) {
            throw wrong(
                    "entry \"" + name + "\" has " + size + " bytes when unpacked, at most " + LARGEST_ENTRY
                            + " each and " + LARGEST_TOTAL + " in all are read.",
                    "Maybe the archive is not a connectome.");
        }
        byte[] data = data(name, at, (int) size);
        if (!name.endsWith("/")) {
            contents.put(name, data);
        }
        return next;
    }

    /** Names are never used as paths; but an archive with such names was made to harm, or by a broken program. */
    private void checkName(String name) {
        boolean climbs = false;
        for (String step : name.split("/", -1)) {
            climbs |= step.equals("..") || step.equals(".");
        }
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            throw wrong("an entry has no usable name: \"" + name + "\".", "Maybe zip the files again.");
        }
        if (climbs || name.startsWith("/") || name.contains("\\") || name.matches("[A-Za-z]:.*")) {
            throw wrong(
                    "entry \"" + name + "\" leads out of the archive, names must stay inside it.",
                    "Maybe do not trust this archive.");
        }
        String same = seen.put(name.toLowerCase(Locale.ROOT), name);
        if (same != null) {
            throw wrong(
                    same.equals(name)
                            ? "entry \"" + name + "\" is there twice."
                            : "entries \"" + same + "\" and \"" + name + "\" differ by capital letters only.",
                    "Maybe remove one of them.");
        }
        if (name.toLowerCase(Locale.ROOT).matches(".*\\.(zip|gz|bz2|xz|tar|tgz|7z|rar)")) {
            throw wrong(
                    "entry \"" + name + "\" is an archive or compressed itself, plain text is needed.",
                    "Maybe unpack it and zip the text files.");
        }
    }

    private void checkKind(String name, int madeOn, int mode) {
        int kind = madeOn == UNIX ? mode & KIND : 0;
        if (kind == LINK) {
            throw wrong("entry \"" + name + "\" is a symbolic link.", "Maybe zip the file that it points to.");
        }
        if (kind != 0 && kind != FILE && kind != FOLDER) {
            throw wrong("entry \"" + name + "\" is not an ordinary file.", "Maybe zip the files again.");
        }
    }

    private byte[] data(String name, int directory, int size) {
        long at = intAt(directory + 42);
        long packed = intAt(directory + 20);
        if (at + LOCAL_BYTES > bytes.limit() || bytes.getInt((int) at) != LOCAL) {
            throw wrong("entry \"" + name + "\" is not where the directory says.", "Maybe the file was damaged.");
        }
        int local = (int) at;
        long start = at + LOCAL_BYTES + shortAt(local + 26) + shortAt(local + 28);
        if (start + packed > bytes.limit()) {
            throw wrong("entry \"" + name + "\" is cut off.", "Maybe the file was not copied to the end.");
        }
        int method = shortAt(directory + 10);
        boolean later = (shortAt(local + 6) & SIZES_LATER) != 0;
        boolean same = shortAt(local + 8) == method
                && (shortAt(local + 6) & ENCRYPTED) == 0
                && text(local + LOCAL_BYTES, shortAt(local + 26)).equals(name)
                && (later || intAt(local + 18) == packed && intAt(local + 22) == size);
        if (!same) {
            throw wrong(
                    "entry \"" + name + "\" has another name, size or flag beside its data than in the directory.",
                    "Maybe the archive was changed by hand: zip the files again.");
        }
        checkOwnBytes(name, local, (int) (start + packed));
        byte[] data = method == STORED
                ? stored(name, (int) start, packed, size)
                : inflated(name, (int) start, packed, size, method);
        CRC32 sum = new CRC32();
        sum.update(data);
        if (sum.getValue() != intAt(directory + 16)) {
            throw wrong(
                    "entry \"" + name + "\" is damaged: its checksum does not agree.", "Maybe copy the file again.");
        }
        return data;
    }

    /** Entries that share bytes are how small files unpack to huge ones. */
    private void checkOwnBytes(String name, int from, int to) {
        for (Map.Entry<Integer, Integer> other : taken.entrySet()) {
            if (from < other.getValue() && other.getKey() < to) {
                throw wrong(
                        "entry \"" + name + "\" shares bytes with another one.", "Maybe do not trust this archive.");
            }
        }
        taken.put(from, to);
    }

    private byte[] stored(String name, int start, long packed, int size) {
        if (packed != size) {
            throw lies(name, size);
        }
        byte[] data = new byte[size];
        bytes.get(start, data);
        return data;
    }

    private byte[] inflated(String name, int start, long packed, int size, int method) {
        if (method != DEFLATED) {
            throw wrong(
                    "entry \"" + name + "\" is packed with method " + method + ", stored and deflated ones are read.",
                    "Maybe zip the files again.");
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(bytes.array(), start, (int) packed);
            byte[] data = new byte[size];
            int filled = 0;
            while (filled < size) {
                int more = inflater.inflate(data, filled, size - filled);
                if (more == 0) {
                    throw lies(name, size);
                }
                filled += more;
            }
            // One byte more than was claimed, or a stream that has not ended, is a lie about the size.
            if (!inflater.finished() && inflater.inflate(new byte[1]) > 0 || !inflater.finished()) {
                throw lies(name, size);
            }
            return data;
        } catch (DataFormatException e) {
            throw wrong("entry \"" + name + "\" cannot be unpacked.", "Maybe the file was damaged.");
        } finally {
            inflater.end();
        }
    }

    private RuntimeException lies(String name, int size) {
        return wrong(
                "entry \"" + name + "\" does not unpack to the " + size + " bytes that the directory claims.",
                "Maybe the archive was damaged or changed: zip the files again.");
    }

    private String text(int at, int length) {
        if (at + length > bytes.limit()) {
            throw wrong("the directory of the archive is damaged.", "Maybe the file was cut.");
        }
        return new String(bytes.array(), at, length, StandardCharsets.UTF_8);
    }

    private int shortAt(int at) {
        return bytes.getShort(at) & 0xFFFF;
    }

    private long intAt(int at) {
        return bytes.getInt(at) & 0xFFFFFFFFL;
    }

    private RuntimeException wrong(String problem, String maybe) {
        return Misread.at(file, 0, 0, problem, maybe);
    }
}
