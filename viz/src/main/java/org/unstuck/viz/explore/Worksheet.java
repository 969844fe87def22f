package org.unstuck.viz.explore;

import org.unstuck.describe.Version;
import org.unstuck.study.Lesson;
import org.unstuck.viz.report.Disclaimer;

/** A page to print: questions with room for an answer, and on a second page what happened in the run. */
final class Worksheet {

    private static final String STYLE = "body{font:12pt/1.45 sans-serif;max-width:42em;margin:2em auto;color:#222}"
            + "h1{font-size:17pt}h2{font-size:13pt}.line{border-bottom:1px solid #888;height:2em}"
            + ".box{display:inline-block;width:1em;height:1em;border:1px solid #444;margin-right:.6em;vertical-align:-.15em}"
            + ".small{font-size:9pt;color:#555}.page{page-break-before:always}";

    private Worksheet() {}

    /**
     * The page.
     *
     * @param answers HTML of what happened so far; may be empty
     */
    static String html(Lesson lesson, String answers) {
        StringBuilder page = new StringBuilder(
                        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(escaped(lesson.title()))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>\n<h1>")
                .append(escaped(lesson.title()))
                .append("</h1>\n<p>Name: ______________________ &nbsp; Date: ____________ &nbsp; (")
                .append(lesson.minutes())
                .append(" min)</p>\n<p><b>")
                .append(escaped(lesson.goal()))
                .append("</b></p>\n<p>")
                .append(escaped(lesson.look()))
                .append("</p>\n<div class=\"line\"></div>\n");
        for (int s = 0; s < lesson.steps().size(); s++) {
            step(page, s + 1, lesson.steps().get(s));
        }
        page.append("<h2>Afterwards</h2>\n<p>")
                .append(escaped(lesson.afterwards()))
                .append("</p>\n");
        page.append("<div class=\"line\"></div>\n<div class=\"line\"></div>\n");
        if (!answers.isEmpty()) {
            page.append("<h2 class=\"page\">What happened in this run</h2>\n")
                    .append(answers)
                    .append('\n');
        }
        page.append("<p class=\"small\">Unstuck ")
                .append(escaped(Version.current()))
                .append(". ");
        Disclaimer.LONG.forEach(sentence -> page.append(escaped(sentence)).append(' '));
        return page.append("</p>\n</body></html>\n").toString();
    }

    private static void step(StringBuilder page, int number, Lesson.Step step) {
        page.append("<h2>")
                .append(number)
                .append(". ")
                .append(escaped(step.question()))
                .append("</h2>\n<p>");
        page.append(escaped(step.text())).append("</p>\n<p>I predict:</p>\n");
        for (Lesson.Answer answer : Lesson.Answer.values()) {
            page.append("<p><span class=\"box\"></span>")
                    .append(escaped(step.words(answer)))
                    .append("</p>\n");
        }
        page.append("<p>because</p><div class=\"line\"></div>\n<p>What happened, with the two numbers:</p>");
        page.append("<div class=\"line\"></div>\n<p>Why, in my own words:</p>");
        page.append("<div class=\"line\"></div><div class=\"line\"></div>\n");
    }

    private static String escaped(String words) {
        return ParameterRow.escaped(words);
    }
}
