package org.unstuck.viz.report;

import java.util.List;

/** A page of words and tables that stands alone: no script, no request. Everything that is put in is escaped. */
public final class PlainPage {

    private final Html html = new Html();

    private PlainPage() {}

    /** A page with a title. */
    public static PlainPage titled(String title) {
        PlainPage page = new PlainPage();
        page.html
                .raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
                .element("title", title)
                .raw("<style>\n" + ReportPage.STYLE + "</style>\n</head>\n<body>\n")
                .element("h1", title);
        return page;
    }

    /** A paragraph. */
    public void paragraph(String words) {
        html.element("p", words);
    }

    /** A heading. */
    public void heading(String words) {
        html.element("h2", words);
    }

    /** A table; the first cell of every row heads it. */
    public void table(List<String> header, List<List<String>> rows) {
        html.raw("<div class=\"scroll\"><table>\n<thead><tr>");
        header.forEach(cell -> html.raw("<th scope=\"col\">" + Html.escape(cell) + "</th>"));
        html.raw("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows) {
            html.raw("<tr><th scope=\"row\">" + Html.escape(row.get(0)) + "</th>");
            row.subList(1, row.size()).forEach(cell -> html.raw("<td>" + Html.escape(cell) + "</td>"));
            html.raw("</tr>\n");
        }
        html.raw("</tbody></table></div>\n");
    }

    /** The whole page. */
    public String html() {
        return html + "</body>\n</html>\n";
    }
}
