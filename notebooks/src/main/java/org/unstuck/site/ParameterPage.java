package org.unstuck.site;

import java.lang.reflect.RecordComponent;
import java.util.Locale;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Parameter;
import org.unstuck.describe.Parameters;
import org.unstuck.simulate.ModelParameters;
import org.unstuck.simulate.Spread;
import org.unstuck.study.Reading;

/** Every declared number of the model, as tables: written from the declarations, so that it cannot differ from the program. */
final class ParameterPage {

    private ParameterPage() {}

    static String body() {
        StringBuilder out = new StringBuilder("""
                <h1>Parameters</h1>
                <p>Written from the declarations in the program. <b>Range</b> is what studies explore; it includes 0 where the evidence is contested.
                <b>Status</b>: measured (read off a source), calibrated (set so that something known comes out), assumed. Numbers of drugs, conditions and networks
                are in their files: <a href="docs/drugs.html">drugs</a>, <a href="docs/conditions.html">conditions</a>.</p>
                """);
        for (RecordComponent c : ModelParameters.class.getRecordComponents()) {
            if (c.getType().isRecord()) {
                table(out, c.getName(), c.getType().asSubclass(Record.class));
            }
        }
        table(out, "reading", Reading.class);
        table(out, "cohort.spread", Spread.class);
        return out.toString();
    }

    private static void table(StringBuilder out, String group, Class<? extends Record> type) {
        if (Parameters.of(type).isEmpty()) {
            return;
        }
        out.append("<h2 id=\"" + group + "\">" + group + "</h2>\n<p class=\"caption\">Class <code>" + type.getName()
                + "</code></p>\n<table><thead><tr>");
        for (String head :
                new String[] {"symbol", "name", "value", "unit", "range", "meaning", "source", "evidence", "status"}) {
            out.append("<th>" + head + "</th>");
        }
        out.append("</tr></thead><tbody>\n");
        for (Parameters.Declaration d : Parameters.of(type)) {
            Parameter p = d.declared();
            out.append("<tr>");
            cell(out, p.symbol());
            cell(out, d.name());
            cell(out, Decimal.exact(p.value()));
            cell(out, p.unit());
            cell(out, Decimal.exact(p.low()) + " to " + Decimal.exact(p.high()));
            cell(out, p.meaning());
            cell(out, p.source());
            cell(out, p.evidence().name().toLowerCase(Locale.ROOT));
            cell(out, p.status().name().toLowerCase(Locale.ROOT));
            out.append("</tr>\n");
        }
        out.append("</tbody></table>\n");
    }

    private static void cell(StringBuilder out, String text) {
        out.append("<td>").append(Template.escape(text)).append("</td>");
    }
}
