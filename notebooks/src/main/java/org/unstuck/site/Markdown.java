package org.unstuck.site;

import java.util.List;
import java.util.function.UnaryOperator;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Markdown to HTML: CommonMark with tables, and an anchor at every heading. */
final class Markdown {

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();

    private Markdown() {}

    /**
     * HTML of a text.
     *
     * @param text Markdown
     * @param links gives each destination of a link or picture the one it has on the site; null takes the link away and leaves its words
     */
    static String html(String text, UnaryOperator<String> links) {
        Node document = PARSER.parse(text);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                visitChildren(link);
                String there = links.apply(link.getDestination());
                if (there == null) {
                    while (link.getFirstChild() != null) {
                        link.insertBefore(link.getFirstChild());
                    }
                    link.unlink();
                } else {
                    link.setDestination(there);
                }
            }

            @Override
            public void visit(Image image) {
                String there = links.apply(image.getDestination());
                if (there != null) {
                    image.setDestination(there);
                }
            }
        });
        return RENDERER.render(document);
    }

    /** The words of the first heading, or {@code otherwise}. */
    static String title(String text, String otherwise) {
        StringBuilder words = new StringBuilder();
        PARSER.parse(text).accept(new AbstractVisitor() {
            private boolean done;
            private boolean inside;

            @Override
            public void visit(Heading heading) {
                if (!done) {
                    inside = true;
                    visitChildren(heading);
                    inside = false;
                    done = true;
                }
            }

            @Override
            public void visit(Text node) {
                words.append(inside ? node.getLiteral() : "");
            }

            @Override
            public void visit(Code node) {
                words.append(inside ? node.getLiteral() : "");
            }
        });
        return words.isEmpty() ? otherwise : words.toString();
    }
}
