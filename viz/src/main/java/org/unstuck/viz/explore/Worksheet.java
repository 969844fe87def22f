package org.unstuck.viz.explore;

import org.unstuck.describe.Version;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.study.Lesson;
import org.unstuck.viz.report.Disclaimer;

/** A page to print: questions with room for an answer, and on a second page what happened in the run. */
final class Worksheet {

    private static final String STYLE =
            "@page{margin:16mm}body{font:11pt/1.4 sans-serif;max-width:44em;margin:1.5em auto;color:#222}"
                    + "@media print{body{margin:0;max-width:none}}h1{font-size:16pt;margin:0 0 .4em}h2{font-size:12.5pt;margin:1em 0 .2em}"
                    + "p{margin:.35em 0}.line{border-bottom:1px solid #888;height:1.9em}.step{break-inside:avoid;page-break-inside:avoid}"
                    + ".choice{margin-right:2em;white-space:nowrap}"
                    + ".box{display:inline-block;width:.9em;height:.9em;border:1px solid #444;margin-right:.5em;vertical-align:-.1em}"
                    + ".small{font-size:8.5pt;color:#555}.page{page-break-before:always;break-before:page}";

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
        page.append("<div class=\"step\"><h2>Afterwards</h2>\n<p>")
                .append(escaped(lesson.afterwards()))
                .append("</p>\n");
        page.append("<div class=\"line\"></div>\n<div class=\"line\"></div></div>\n");
        if (!answers.isEmpty()) {
            page.append("<h2 class=\"page\">What happened in this run</h2>\n<p>Preset ")
                    .append(escaped(lesson.preset()))
                    .append(", seed ")
                    .append(BuiltIn.PRESETS.named(lesson.preset()).seed())
                    .append(".</p>\n")
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
        page.append("<div class=\"step\"><h2>").append(number).append(". ").append(escaped(step.question()));
        page.append("</h2>\n<p>").append(escaped(step.text())).append("</p>\n<p>I predict: &nbsp; ");
        for (Lesson.Answer answer : Lesson.Answer.values()) {
            page.append("<span class=\"choice\"><span class=\"box\"></span>")
                    .append(escaped(step.words(answer)))
                    .append("</span> ");
        }
        page.append("</p>\n<p>because</p><div class=\"line\"></div>\n");
        page.append("<p>What happened: the two numbers, and with other seeds</p><div class=\"line\"></div>\n");
        page.append("<p>Why, in my own words</p><div class=\"line\"></div><div class=\"line\"></div></div>\n");
    }

    private static String escaped(String words) {
        return ParameterRow.escaped(words);
    }
}
