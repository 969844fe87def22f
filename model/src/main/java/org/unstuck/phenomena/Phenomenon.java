package org.unstuck.phenomena;

import java.util.List;
import java.util.function.Function;
import org.unstuck.describe.Evidence;

/**
 * A published phenomenon that the model should show.
 *
 * @param id P01 to P30
 * @param title what it is, in a few words
 * @param direction the expected sign
 * @param quantity quantities and acceptable bands in words, as the literature review states them
 * @param time when
 * @param source where it comes from
 * @param evidence how well it is supported
 * @param measure measures it in one seed; throws {@link Missing} if the model lacks an ingredient
 */
public record Phenomenon(
        String id,
        String title,
        String direction,
        String quantity,
        String time,
        String source,
        Evidence evidence,
        Function<Laboratory, List<Check>> measure) {}
