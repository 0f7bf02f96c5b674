/**
 * Encoders: one {@link dev.glassheap.runtime.picture.Scene} becomes JSON records ({@link JsonRecords}), SVG text
 * ({@link SvgEncoder}), an indexed PNG
 * ({@link PngEncoder}) and its own text twin; {@link MimeBundles} puts the four together.
 *
 * <p>{@link Palette} is the one place where a role becomes colours. No desktop classes, no fonts of the machine: the
 * PNG's letters are drawn from {@code StrokeFont}. Nothing here decides what a picture says or where a shape stands.
 */
package dev.glassheap.kernel.display;
