/**
 * Scenario files: JSON with a place for every mistake, built-in networks, drugs, conditions and presets, and the JSON Schema.
 * The only package that knows Jackson, and only its streaming part: no class is ever made because a file names it.
 */
package org.unstuck.scenario;
