package org.unstuck.connectome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.unstuck.describe.Invalid;
import org.unstuck.scenario.BadScenario;

/** Hostile and damaged connectomes: each is refused with file and rule, or read as it says. All matrix and archive cases of the reference. */
@Timeout(180) // Against hanging; a loaded machine writes 70,000 entries slowly.
class BadConnectomeTest {

    @TempDir
    Path folder;

    /** A case of the manifest. */
    record Case(String id, String want, String why, boolean locate) {
        @Override
        public String toString() {
            return id + " (" + want + ": " + why + ")";
        }

        /** Null if the file is too large to be kept; the test makes those itself. */
        Path file() {
            var found = BadConnectomeTest.class.getResource("/reference/connectome/" + id);
            try {
                return found == null ? null : Path.of(found.toURI());
            } catch (URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static List<Case> all() {
        try (var in = BadConnectomeTest.class.getResourceAsStream("/reference/connectome/manifest.json")) {
            JsonNode cases = new ObjectMapper().readTree(in).get("cases");
            return StreamSupport.stream(cases.spliterator(), false)
                    .map(c -> new Case(
                            c.get("id").asText(),
                            c.get("want").asText(),
                            c.get("why").asText(),
                            c.has("locate")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Case> kept() {
        return all().stream().filter(c -> c.file() != null);
    }

    @Test
    void onlyTheLargestCasesAreMadeHere() {
        assertThat(all()).hasSize(50);
        assertThat(all().stream().filter(c -> c.file() == null).map(Case::id))
                .containsExactlyInAnyOrder("matrix/one_line_10mb.csv", "archive/zip_many.zip");
    }

    /** What the whole import does with a file: reads it and prepares its weights as the standard choices say. */
    private static Preparation imported(Path file) {
        return Preparation.of(ConnectomeFile.read(file), Choices.standard());
    }

    @ParameterizedTest
    @MethodSource("kept")
    void isJudgedAsTheReferenceWants(Case c) {
        Throwable thrown = catchThrowable(() -> imported(c.file()));

        if (c.want().equals("reject") || thrown != null) {
            assertThat(c.want()).as("refused: %s", thrown).isNotEqualTo("accept-if-supported");
            assertThat(thrown).isInstanceOfAny(BadScenario.class, Invalid.class);
            assertThat(thrown.getMessage()).contains("Maybe");
            if (thrown instanceof BadScenario bad) {
                assertThat(bad.mistakes().get(0).file())
                        .contains(c.file().getFileName().toString());
                if (c.locate()) {
                    assertThat(bad.mistakes().get(0).line())
                            .as(thrown.getMessage())
                            .isPositive();
                }
            }
        } else {
            Preparation prepared = imported(c.file());
            assertThat(prepared.excitatory()).hasDimensions(4, 4);
            // The matrix behind all of them: the first number must not be lost to a mark, a header or a quote.
            double[] first = {0, 0.423, 0.144, 0.914};
            double sum = 0;
            for (double w : first) {
                sum += w;
            }
            for (int j = 0; j < first.length; j++) {
                assertThat(prepared.excitatory()[0][j]).isEqualTo(first[j] / sum);
            }
        }
    }

    /** Accepted and refused by name, so that "either" does not hide a change. */
    @Test
    void whatMayBeEitherIsDecided() {
        assertThat(kept().filter(c -> catchThrowable(() -> imported(c.file())) == null)
                        .map(c -> c.id().replaceAll(".*/", "")))
                .containsExactlyInAnyOrder(
                        "self_loop.csv",
                        "asymmetric.csv",
                        "tab.csv",
                        "spaces.txt",
                        "header.csv",
                        "row_labels.csv",
                        "bom.csv",
                        "crlf_mixed.csv",
                        "quoted.csv",
                        "control_ok.zip");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            archive/zip_slip.zip           | leads out of the archive
            archive/zip_absolute.zip       | leads out of the archive
            archive/zip_backslash.zip      | leads out of the archive
            archive/zip_symlink.zip        | is a symbolic link
            archive/zip_duplicate.zip      | is there twice
            archive/zip_case_clash.zip     | differ by capital letters only
            archive/zip_missing.zip        | no entry whose name contains "tract_lengths"
            archive/zip_bomb.zip           | has 100000000 bytes when unpacked
            archive/zip_nested.zip         | is an archive or compressed itself
            archive/zip_empty.zip          | has no entries
            archive/zip_truncated.zip      | the end of the archive is missing
            archive/zip_prefix.zip         | does not begin as a zip archive
            archive/zip_lying_size.zip     | has another name, size or flag beside its data
            archive/zip_encrypted_flag.zip | is encrypted
            archive/tar_device.tar.gz      | only .zip is read
            matrix/billion_claim.npy       | 40000 rows x 40000 columns
            matrix/comma_decimal.csv       | comma_decimal.csv:1:3: "0,423" is not a number. Maybe a decimal comma
            matrix/ragged.csv              | ragged.csv:4:13: the line has 3 cells
            matrix/duplicate_labels.csv    | region "A" is there twice
            matrix/overflow.csv            | overflow.csv:1:9: "1e999" is too large
            matrix/utf16.csv               | is not text in UTF-8
            """)
    void theMessageNamesTheRule(String id, String message) {
        Path file = new Case(id, "", "", false).file();

        assertThatThrownBy(() -> imported(Objects.requireNonNull(file))).hasMessageContaining(message);
    }

    @Test
    void negativeLengthsAreRefused() {
        Path file = new Case("matrix/asymmetric_lengths_negative.csv", "", "", false).file();
        Connectome plain = ConnectomeFile.read(new Case("matrix/header.csv", "", "", false).file());

        assertThatThrownBy(() -> ConnectomeFile.withLengths(plain, file))
                .isInstanceOf(BadScenario.class)
                .hasMessageContaining("tract length of row 1, column 2 (r0, r1) is -12.5 mm, it must be 0 or greater");
    }

    /** The regions of the lengths must be those of the weights: in another order every tract would get a wrong length. */
    @Test
    void lengthsOfOtherRegionsAreRefused() throws IOException {
        Connectome plain =
                ConnectomeFile.read(Files.writeString(folder.resolve("weights.csv"), "a,b,c\n0,1,2\n1,0,3\n2,3,0\n"));
        Path swapped = Files.writeString(folder.resolve("swapped.csv"), "a,c,b\n0,10,20\n10,0,30\n20,30,0\n");
        Path twice = Files.writeString(folder.resolve("twice.csv"), "a,b,b\n0,10,20\n10,0,30\n20,30,0\n");
        Path same = Files.writeString(folder.resolve("same.csv"), "a,b,c\n0,10,20\n10,0,30\n20,30,0\n");
        Path bare = Files.writeString(folder.resolve("bare.csv"), "0,10,20\n10,0,30\n20,30,0\n");

        assertThatThrownBy(() -> ConnectomeFile.withLengths(plain, swapped))
                .isInstanceOf(BadScenario.class)
                .hasMessageContaining(
                        "swapped.csv: region 2 is \"c\" here and \"b\" in the connectome, the order must be the same."
                                + " Maybe sort one like the other.");
        assertThatThrownBy(() -> ConnectomeFile.withLengths(plain, twice))
                .isInstanceOf(BadScenario.class)
                .hasMessageContaining("region \"b\" is there twice");
        assertThat(ConnectomeFile.withLengths(plain, same).lengthsMm()[1]).containsExactly(10, 0, 30);
        assertThat(ConnectomeFile.withLengths(plain, bare).lengthsMm()[1]).containsExactly(10, 0, 30);
        // A connectome without names takes any, if they differ.
        Connectome nameless = ConnectomeFile.read(bare);
        assertThat(ConnectomeFile.withLengths(nameless, swapped).lengthsMm()[2]).containsExactly(20, 30, 0);
        assertThatThrownBy(() -> ConnectomeFile.withLengths(nameless, twice))
                .isInstanceOf(BadScenario.class)
                .hasMessageContaining("region \"b\" is there twice");
    }

    @Test
    void aMatrixIsNoListOfNames() throws IOException {
        Connectome plain = ConnectomeFile.read(Files.writeString(folder.resolve("weights.csv"), "0,1\n1,0\n"));
        Path matrix = Files.writeString(folder.resolve("matrix.txt"), "0 0.5\n0.5 0\n");
        Path numbers = Files.writeString(folder.resolve("numbers.txt"), "12\n13\n");

        assertThatThrownBy(() -> ConnectomeFile.withLabels(plain, matrix))
                .isInstanceOf(BadScenario.class)
                .hasMessageContaining(
                        "matrix.txt: \"0 0.5\" is a row of numbers, not a name. Maybe --lengths was meant.");
        assertThat(ConnectomeFile.withLabels(plain, numbers).labels()).containsExactly("12", "13");
    }

    @Test
    void aLineOfTenMegabytesIsRefusedQuickly() throws IOException {
        Path file = folder.resolve("line.csv");
        Files.writeString(file, "0.1,".repeat(2_500_000));

        assertThatThrownBy(() -> ConnectomeFile.read(file)).hasMessageContaining("longer than");
    }

    @Test
    void anArchiveOfSeventyThousandEntriesIsRefusedQuickly() throws IOException {
        Path file = folder.resolve("many.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int k = 0; k < 70_000; k++) {
                zip.putNextEntry(new ZipEntry("e" + k));
                zip.closeEntry();
            }
        }

        assertThatThrownBy(() -> ConnectomeFile.read(file)).hasMessageContaining("more than 64 entries");
    }

    private static byte[] archive(String name, String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.US_ASCII));
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    /** Java writes sizes behind the data; a directory that then claims fewer or more bytes must not be believed. */
    @ParameterizedTest
    @CsvSource({"-1", "1", "1000"})
    void aSizeThatLiesIsFoundWhenUnpacking(int lie) throws IOException {
        byte[] bytes = archive("weights.txt", "0 1\n1 0\n".repeat(50));
        ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int directory = zip.getInt(bytes.length - 6);
        zip.putInt(directory + 24, zip.getInt(directory + 24) + lie);

        assertThatThrownBy(() -> Archive.read("x.zip", bytes)).hasMessageContaining("does not unpack to the");
    }

    @Test
    void entriesThatShareBytesAreRefused() throws IOException {
        byte[] one = archive("a", "0 1");
        ByteBuffer zip = ByteBuffer.wrap(one).order(ByteOrder.LITTLE_ENDIAN);
        int directory = zip.getInt(one.length - 6);
        int entry = zip.getInt(one.length - 10);
        byte[] two = Arrays.copyOf(one, one.length + entry);
        System.arraycopy(one, directory, two, directory + entry, one.length - directory);
        two[directory + entry + 46] =
                'b'; // Another name, so that it is not a duplicate; the header beside the data keeps its own.
        ByteBuffer end = ByteBuffer.wrap(two).order(ByteOrder.LITTLE_ENDIAN);
        end.putShort(two.length - 14, (short) 2).putShort(two.length - 12, (short) 2);
        end.putInt(two.length - 10, 2 * entry);

        assertThatThrownBy(() -> Archive.read("x.zip", two)).hasMessageContaining("another name, size or flag");
        two[directory + entry + 46] = 'a';
        assertThatThrownBy(() -> Archive.read("x.zip", two)).hasMessageContaining("is there twice");
    }

    /** Every cut and every flipped byte: a message or the same contents, never anything else, and never for long. */
    @Test
    void noDamageEscapes() throws IOException {
        byte[] whole = Files.readAllBytes(new Case("archive/control_ok.zip", "", "", false).file());
        int refused = 0;
        for (int at = 0; at < whole.length; at++) {
            byte[] cut = Arrays.copyOf(whole, at);
            assertThatThrownBy(() -> Archive.read("cut.zip", cut)).isInstanceOf(BadScenario.class);
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) 0xff;
            Throwable thrown = catchThrowable(() -> Archive.read("flipped.zip", flipped));
            if (thrown != null) {
                assertThat(thrown).isInstanceOf(BadScenario.class);
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(whole.length / 2);
    }

    @Test
    void aFolderAndAMissingFileAreRefused() {
        assertThatThrownBy(() -> ConnectomeFile.read(folder)).hasMessageContaining("is a folder");
        assertThatThrownBy(() -> ConnectomeFile.read(folder.resolve("no.csv"))).hasMessageContaining("no such file");
        assertThatCode(() -> ConnectomeFile.read(new Case("matrix/header.csv", "", "", false).file()))
                .doesNotThrowAnyException();
    }

    /** As {@code DataFrame.to_csv} writes it when nobody says otherwise. */
    @Test
    void numberedRowsAndColumnsAreNotTakenForWeights() throws IOException {
        Path file = folder.resolve("pandas.csv");
        Files.writeString(file, ",0,1\n0,0.0,0.5\n1,0.5,0.0\n");

        assertThatThrownBy(() -> ConnectomeFile.read(file))
                .hasMessageContaining("pandas.csv:1:1: the cell is empty")
                .hasMessageContaining("without index and header");
    }

    @Test
    void moreThanFiveHundredRegionsAreRefused() throws IOException {
        Path file = folder.resolve("large.csv");
        Files.writeString(file, ("0,".repeat(501) + "0\n").repeat(502));

        assertThatThrownBy(() -> ConnectomeFile.read(file)).hasMessageContaining("at most 500 regions");
    }
}
