/** Boxes: a role is a fill, an edge, a texture and a mark, so that no state is told by colour alone. */

import { svg } from './svg.js';
import type { Box, Role } from './scene.js';

/** How far the rectangle of an edge two px wide stays inside the box, so that the edge does not grow over its neighbours. */
const INSET: Partial<Record<Role, number>> = { removed: 0.5, garbage: 0.5, reused: 0.25 };
const ROUNDED: Partial<Record<Role, number>> = { tag: 4, pinned: 4 };
const TEXTURES: Partial<Record<Role, string>> = { free: 'hatch', waste: 'cross' };
const LETTERS: Partial<Record<Role, string>> = { 'generation-0': '0', 'generation-1': '1', 'generation-2': '2', garbage: 'g' };

/** Below this size (px) a mark would only be a blot; the picture says the state in words beside such small boxes. */
const SMALLEST_MARK = 9;

export function drawBox(page: Document, box: Box, prefix: string): SVGElement {
  const group = svg(page, 'g', { class: `gh-box-${box.role}` });
  const texture = TEXTURES[box.role];
  group.append(rectangle(page, box, INSET[box.role] ?? 0, { class: 'gh-face', ...(texture ? { fill: `url(#${prefix}-${texture})` } : {}) }));
  if (box.role === 'target') {
    group.append(rectangle(page, box, 2, { class: 'gh-inner' }));
  }
  if (box.role === 'reused') {
    group.append(...splitFace(page, box));
  }
  if (Math.min(box.width, box.height) >= SMALLEST_MARK) {
    group.append(...marks(page, box));
  }
  return group;
}

function rectangle(page: Document, box: Box, inset: number, more: Record<string, string>): SVGElement {
  const by = Math.min(inset, box.width / 2, box.height / 2);
  const rounded = ROUNDED[box.role];
  return svg(page, 'rect', {
    x: box.x + by,
    y: box.y + by,
    width: box.width - 2 * by,
    height: box.height - 2 * by,
    ...(rounded ? { rx: rounded } : {}),
    ...more
  });
}

/** The new object's half below the diagonal. */
function splitFace(page: Document, { x, y, width, height }: Box): SVGElement[] {
  return [
    svg(page, 'path', { class: 'gh-half', d: `M${x} ${y + height}L${x + width} ${y}V${y + height}Z` }),
    svg(page, 'rect', { class: 'gh-edge', x, y, width, height })
  ];
}

/** Plus, minus, corner or letter: what a reader without colours goes by. */
function marks(page: Document, box: Box): SVGElement[] {
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const letter = LETTERS[box.role];
  if (letter) {
    return [svg(page, 'text', { class: 'gh-letter', x, y: y + 4, 'text-anchor': 'middle' }, letter)];
  }
  switch (box.role) {
    case 'added':
      return [svg(page, 'path', { class: 'gh-sign', d: `M${x - 3.5} ${y}h7M${x} ${y - 3.5}v7` })];
    case 'removed':
    case 'untracked':
      return [svg(page, 'path', { class: 'gh-sign', d: `M${x - 3} ${y}h6` })];
    case 'changed':
      return [svg(page, 'path', { class: 'gh-corner', d: `M${box.x + box.width} ${box.y}h-8l8 8z` })];
    default:
      return [];
  }
}
