package org.unstuck.viz.theme;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/** Writes a sheet as a PDF of one page: lines stay lines. Letters are drawn as outlines, so they look the same everywhere. */
public final class Pdf {

    /** Units of a PDF (1/72 inch) per unit of a sheet (1/96 inch). */
    private static final float SCALE = 72f / 96;

    /** PDFBox tells of every font it replaces; held so that the setting is not collected. */
    private static final Logger CHATTER = Logger.getLogger("org.apache.pdfbox");

    private Pdf() {}

    /**
     * Writes the page, making folders as needed.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public static void write(Sheet sheet, Path file) {
        CHATTER.setLevel(Level.SEVERE);
        try (PDDocument document = new PDDocument()) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            PDPage page = new PDPage(new PDRectangle(SCALE * sheet.width(), SCALE * sheet.height()));
            document.addPage(page);
            document.getDocumentInformation().setTitle(sheet.title());
            document.getDocumentInformation().setSubject(sheet.description() + " " + sheet.stamp());
            PdfBoxGraphics2D g = new PdfBoxGraphics2D(document, sheet.width(), sheet.height());
            g.setFontTextDrawer(new de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer());
            try {
                sheet.draw(g);
            } finally {
                g.dispose();
            }
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.transform(Matrix.getScaleInstance(SCALE, SCALE));
                content.drawForm(g.getXFormObject());
            }
            document.save(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
