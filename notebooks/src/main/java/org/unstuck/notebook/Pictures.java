package org.unstuck.notebook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.rapaio.jupyter.kernel.display.DisplayData;
import org.rapaio.jupyter.kernel.display.DisplayRenderer;
import org.rapaio.jupyter.kernel.display.DisplayTransformer;
import org.rapaio.jupyter.kernel.display.spi.DisplayProvider;
import org.unstuck.viz.figure.Figure;
import org.unstuck.viz.report.Disclaimer;
import org.unstuck.viz.theme.Png;
import org.unstuck.viz.theme.Sheet;
import org.unstuck.viz.theme.Svg;

/**
 * How the kernel shows what a cell ends with: figures and pictures as SVG or PNG, tables as HTML, each with words for those who cannot see it.
 * Found by the kernel through {@code META-INF/services}.
 */
public final class Pictures implements DisplayProvider {

    private static final String SVG = "image/svg+xml";
    private static final String PNG = "image/png";
    private static final String TEXT = "text/plain";
    private static final String HTML = "text/html";

    private static volatile boolean asPng;

    static void asPng(boolean png) {
        asPng = png;
    }

    @Override
    public List<DisplayRenderer> getDisplayRenderers() {
        return List.of(
                renderer(Figure.class, Pictures::of),
                renderer(Picture.class, Pictures::of),
                renderer(Result.class, result -> of(result.chart())),
                renderer(Activity.class, activity -> of(activity.chart())),
                renderer(Rows.class, Pictures::of),
                renderer(Finding.class, f -> html("<p><b>" + Rows.escape(f.text()) + "</b></p>", f.text())),
                renderer(Experiment.class, experiment -> of(experiment.table())));
    }

    @Override
    public List<DisplayTransformer> getDisplayTransformers() {
        return List.of();
    }

    static DisplayData of(Rows rows) {
        return html(rows.html(), rows.text());
    }

    /** Whether there is a way to show it. */
    static boolean knows(Object what) {
        return what instanceof Figure
                || what instanceof Picture
                || what instanceof Result
                || what instanceof Activity
                || what instanceof Rows
                || what instanceof Finding
                || what instanceof Experiment;
    }

    private static DisplayData html(String html, String text) {
        DisplayData data = DisplayData.fromHtml(html);
        data.putData(TEXT, text);
        return data;
    }

    /** A figure as it is shown now: SVG, or PNG after {@link Unstuck#png}. */
    static DisplayData of(Figure figure) {
        String words = figure.title() + ". " + figure.description();
        if (asPng) {
            return png(figure, words);
        }
        DisplayData data = DisplayData.fromText(words);
        data.putData(SVG, svg(figure));
        return data;
    }

    static DisplayData of(Picture picture) {
        DisplayData data = DisplayData.fromText(picture.words());
        data.putData(picture.mime(), picture.data());
        return data;
    }

    static String svg(Figure figure) {
        return Ids.ofItsOwn(Svg.of(sheet(figure)));
    }

    private static Sheet sheet(Figure figure) {
        return figure.sheet("Unstuck - " + Disclaimer.SHORT);
    }

    private static DisplayData png(Figure figure, String words) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(Png.image(sheet(figure)), "png", out);
            DisplayData data = DisplayData.fromText(words);
            data.putData(PNG, Base64.getEncoder().encodeToString(out.toByteArray()));
            // Two pixels for one unit: shown at the size it was laid out for.
            data.putMetaData(PNG, java.util.Map.of("width", figure.width(), "height", figure.height()));
            return data;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> DisplayRenderer renderer(Class<T> type, Function<T, DisplayData> how) {
        return new DisplayRenderer() {
            @Override
            public Class<?> rendererClass() {
                return type;
            }

            @Override
            public boolean canRender(String mime) {
                return mime == null
                        || mime.isEmpty()
                        || List.of(SVG, PNG, TEXT, HTML).contains(mime);
            }

            @Override
            public DisplayData render(String mime, Object value) {
                return how.apply(type.cast(value));
            }
        };
    }
}
