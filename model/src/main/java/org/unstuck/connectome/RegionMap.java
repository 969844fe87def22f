package org.unstuck.connectome;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which functional network every region belongs to, which regions of the built-in networks it stands for, and how dense its receptors
 * are.
 *
 * @param places one for each label of the connectome, in its order
 * @param remarks what a reader has to know
 */
public record RegionMap(Map<String, Place> places, List<String> remarks) {

    /** What a region has where nothing else is said: the drive of the twelve-region network, uniform receptors and plasticity. */
    static final double DRIVE = 0.7;

    /**
     * One region.
     *
     * @param network its functional network
     * @param parts regions of the built-in networks that it stands for
     * @param drive constant input P
     * @param gabaA density of GABA-A receptors
     * @param nmda density of NMDA receptors
     * @param serotonin density of serotonin transporters
     * @param plasticity how much new synapses form
     */
    public record Place(
            String network,
            List<String> parts,
            double drive,
            double gabaA,
            double nmda,
            double serotonin,
            double plasticity) {

        public Place {
            parts = List.copyOf(parts);
        }

        static Place in(String network, List<String> parts) {
            return new Place(network, parts, DRIVE, 1, 1, 1, 1);
        }
    }

    public RegionMap {
        places = new LinkedHashMap<>(places);
        remarks = List.copyOf(remarks);
    }

    /**
     * The map that labels of Schaefer's parcellation hold in themselves.
     *
     * @return null if a label does not say its network
     */
    public static RegionMap ofLabels(List<String> labels) {
        Map<String, Place> places = new LinkedHashMap<>();
        for (String label : labels) {
            String network = Yeo7.ofLabel(label);
            if (network == null) {
                return null;
            }
            places.put(label, Place.in(network, Yeo7.parts(network)));
        }
        return new RegionMap(
                places,
                List.of(
                        "Functional networks: Yeo's seven, from the labels.",
                        "Regions of SalVentAttn stand for AI and dACC, of Cont for dlPFC and PPC, of Default for mPFC, PCC "
                                + "and AG (assumed)."));
    }

    /** All regions in one functional network: nothing is known of them. */
    public static RegionMap single(List<String> labels) {
        Map<String, Place> places = new LinkedHashMap<>();
        labels.forEach(label -> places.put(label, Place.in("brain", List.of())));
        return new RegionMap(places, List.of("No map: all regions are in one functional network, \"brain\"."));
    }

    /** The functional networks in order of first appearance. */
    List<String> networks() {
        Set<String> networks = new LinkedHashSet<>();
        places.values().forEach(place -> networks.add(place.network()));
        return new ArrayList<>(networks);
    }
}
