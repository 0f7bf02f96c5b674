/**
 * Pictures of the heap as data: pure functions from an immutable snapshot (or a diff of two) to a {@link Scene}.
 *
 * <p>Read in this order: {@link Scene} (what a picture consists of), {@link Shape} and {@link Role} (what is drawn, by
 * meaning and not by colour), {@link Sheet} (the layout grid), then one picture per file: {@link HeapPicture},
 * {@link ArenaPicture}, {@link PoolPicture}, {@link ObjectPicture}, {@link DiffPicture}. Each also writes the text twin, the
 * same facts in at
 * most 80 columns of ASCII.
 *
 * <p>This package knows nothing of SVG, PNG, JSON or Jupyter, and nothing of a running program: a picture of a snapshot
 * never changes, and drawing one runs no guest code.
 */
package dev.glassheap.runtime.picture;
