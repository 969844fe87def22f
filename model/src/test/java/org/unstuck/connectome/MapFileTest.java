package org.unstuck.connectome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Maps of networks and receptors: what they may hold, what is said about it, and the ends of what is allowed. */
class MapFileTest {

    private static final List<String> AB = List.of("a", "b");
    private static final String YEO = "Functional networks: Yeo's seven, from map.csv.";
    private static final String ASSUMED =
            "Regions of SalVentAttn stand for AI and dACC, of Cont for dlPFC and PPC, of Default for mPFC, PCC and AG (assumed).";

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private RegionMap networks(String text) throws IOException {
        return MapFile.networks(file("map.csv", text), AB);
    }

    private RegionMap receptors(String text) throws IOException {
        return MapFile.withReceptors(RegionMap.single(AB), file("r.csv", text));
    }

    /** Names of Yeo's networks stand for regions, which is said; with a column of parts nothing is assumed. */
    @Test
    void networksOfYeo() throws IOException {
        RegionMap map = networks("region,network\na,default\nb,4\n");
        assertThat(map.networks()).containsExactly("Default", "SalVentAttn");
        assertThat(map.places().get("a").parts()).containsExactly("mPFC", "PCC", "AG");
        assertThat(map.places().get("b").parts()).containsExactly("AI", "dACC");
        assertThat(map.remarks()).containsExactly(YEO, ASSUMED);
        RegionMap parts = networks("region,parts,network\na,mPFC  AMY,Default\nb, ,Vis\n");
        assertThat(parts.places().get("a").parts()).containsExactly("mPFC", "AMY");
        assertThat(parts.places().get("b").parts()).isEmpty();
        assertThat(parts.remarks()).containsExactly(YEO);
        RegionMap.Place plain = parts.places().get("a");
        assertThat(new double[] {plain.drive(), plain.gabaA(), plain.nmda(), plain.serotonin(), plain.plasticity()})
                .containsExactly(0.7, 1, 1, 1, 1);
    }

    /** One other network, wherever it stands, and the map is no longer Yeo's. */
    @ParameterizedTest
    @CsvSource({"Default, mine", "mine, Default", "mine, yours"})
    void otherNetworks(String a, String b) throws IOException {
        RegionMap map = networks("region,network\na," + a + "\nb," + b + "\n");
        assertThat(map.remarks()).containsExactly("Functional networks: from map.csv.");
        assertThat(map.networks()).containsExactly(a, b);
    }

    @Test
    void namesOfNetworksHaveUpToSixtyCharacters() throws IOException {
        assertThat(networks("region,network\na," + "x".repeat(60) + "\nb,y\n")
                        .networks()
                        .get(0))
                .hasSize(60);
        assertThatThrownBy(() -> networks("region,network\na,y\nb," + "x".repeat(61) + "\n"))
                .hasMessageContaining("map.csv:3:3: the network is \"xx")
                .hasMessageContaining("a name of 1 to 60 characters is needed. Maybe \"other\".");
    }

    /** GABA-A and NMDA relative to their mean, 20 and 4; serotonin, plasticity and drive as they are, 0 included. */
    @Test
    void densities() throws IOException {
        RegionMap map = receptors("region,gabaA,nmda,serotonin,plasticity,drive\na,30,0,0,0.25,-1\nb,10,8,2,0,0.5\n");
        RegionMap.Place a = map.places().get("a");
        RegionMap.Place b = map.places().get("b");
        assertThat(new double[] {a.gabaA(), a.nmda(), a.serotonin(), a.plasticity(), a.drive()})
                .containsExactly(new double[] {1.5, 0, 0, 0.25, -1}, within(1e-15));
        assertThat(new double[] {b.gabaA(), b.nmda(), b.serotonin(), b.plasticity(), b.drive()})
                .containsExactly(new double[] {0.5, 2, 2, 0, 0.5}, within(1e-15));
        assertThat(a.network()).isEqualTo("brain");
        assertThat(map.remarks())
                .containsExactly(
                        "No map: all regions are in one functional network, \"brain\".",
                        "gabaA, nmda, serotonin, plasticity, drive: from r.csv; gabaA and nmda relative to their mean over regions.");
        assertThatThrownBy(() -> receptors("region,serotonin\na,0\nb,-0.001\n"))
                .hasMessageContaining("r.csv:3:3: serotonin of b is -0.001, a density must be 0 or greater.");
        assertThatThrownBy(() -> receptors("region,gabaA\na,0\nb,0\n"))
                .hasMessageContaining("gabaA is 0 in every region. Maybe leave the column out.");
        assertThat(receptors("region,serotonin\na,0\nb,0\n").places().get("b").serotonin())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            region~a~b                 | :1:1: the first line must be region,network or more of region, network, parts, each once.
            network,region~x,a~y,b     | :1:1: the first line must be region,network
            region,network,network~a,x,x~b,y,y | :1:1: the first line must be region,network
            region,parts~a,x~b,y       | :1:1: there is no column "network". Maybe it has another name.
            region,networks~a,x~b,y    | there is no column "networks", the first line must name columns among region, network, parts. Maybe "network" was meant.
            region,network~a,x~c,y     | :3:1: the connectome has no region "c".
            region,network~b,y         | region "a" of the connectome has no line.
            """)
    void wrongMaps(String text, String message) {
        assertThatThrownBy(() -> networks(text.replace('~', '\n') + "\n")).hasMessageContaining(message);
    }

    @Test
    void anEmptyFile() {
        assertThatThrownBy(() -> networks("")).hasMessageContaining("map.csv: is empty.");
        assertThatThrownBy(() -> networks("\n")).hasMessageContaining("the first line must be region,network");
    }

    /** Up to twenty labels are listed; of more only the nearest or the first is shown. */
    @Test
    void longListsOfLabelsAreNotShown() throws IOException {
        List<String> labels = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            labels.add("region" + i);
        }
        Path file = file("map.csv", "region,network\nzzz,x\n");
        assertThatThrownBy(() -> MapFile.networks(file, labels))
                .hasMessageContaining("Maybe one of: region1, region2,");
        labels.add("region21");
        assertThatThrownBy(() -> MapFile.networks(file, labels)).hasMessageEndingWith("Maybe as in \"region1\".");
        Path near = file("near.csv", "region,network\nregion2l,x\n");
        assertThatThrownBy(() -> MapFile.networks(near, labels)).hasMessageContaining("was meant.");
    }
}
