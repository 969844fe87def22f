package org.unstuck.connectome;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The seven networks of Yeo, Krienen and colleagues 2011 (J Neurophysiol 106, 1125-1165), in their order and with the names that
 * Schaefer's parcellation gives them.
 */
public final class Yeo7 {

    /** Names in the order 1 to 7. */
    public static final List<String> NAMES =
            List.of("Vis", "SomMot", "DorsAttn", "SalVentAttn", "Limbic", "Cont", "Default");

    /** As in {@code 7Networks_LH_Default_PFC_1}. */
    private static final Pattern SCHAEFER = Pattern.compile("7Networks_(LH|RH)_([A-Za-z]+)_.+");

    /** Networks that compete for dominance, as salience, control and default mode do in the built-in networks. */
    static final List<String> COMPETING = List.of("SalVentAttn", "Cont", "Default");

    private Yeo7() {}

    /** The network that a label of Schaefer's parcellation names, or null. */
    static String ofLabel(String label) {
        Matcher m = SCHAEFER.matcher(label);
        return m.matches() && NAMES.contains(m.group(2)) ? m.group(2) : null;
    }

    /** The name that {@code text} stands for (its number, or the name in any case), or {@code text} itself. */
    static String name(String text) {
        if (text.matches("[1-7]")) {
            return NAMES.get(Integer.parseInt(text) - 1);
        }
        return NAMES.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(text);
    }

    /**
     * The regions of the twelve-region network that regions of a network of Yeo's stand for, so that conditions, cues and symptoms
     * reach them. Assumed: by the textbook place of these regions, and as the built-in network four-networks has it. The cortex has no
     * amygdala, hippocampus or thalamus.
     */
    static List<String> parts(String network) {
        return switch (network) {
            case "SalVentAttn" -> List.of("AI", "dACC");
            case "Cont" -> List.of("dlPFC", "PPC");
            case "Default" -> List.of("mPFC", "PCC", "AG");
            default -> List.of();
        };
    }
}
