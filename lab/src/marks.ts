/** Boxes: a role is a fill, an edge, a texture and a mark, so that no state is told by colour alone. */

import { svg } from './svg.js';
import type { Box, Role } from './scene.js';

/** How far the middle of the edge lies outside the box, px (negative: inside, so that a thick edge does not grow over its neighbours). */
const GROWN: Partial<Record<Role, number>> = { added: 0.5, removed: -0.5, garbage: -0.5, reused: -0.25 };
const ROUNDED: Partial<Record<Role, number>> = { tag: 3, pinned: 4 };
const TEXTURES: Partial<Record<Role, string>> = { free: 'hatch', waste: 'cross' };
const LETTERS: Partial<Record<Role, string>> = { 'generation-0': '0', 'generation-1': '1', 'generation-2': '2', garbage: 'g' };

export function drawBox(page: Document, box: Box, prefix: string): SVGElement {
  const group = svg(page, 'g', { class: `gh-box-${box.role}` });
  const texture = TEXTURES[box.role];
  group.append(rectangle(page, box, GROWN[box.role] ?? 0, { class: 'gh-face', ...(texture ? { fill: `url(#${prefix}-${texture})` } : {}) }));
  group.append(...marks(page, box));
  return group;
}

function rectangle(page: Document, box: Box, grown: number, more: Record<string, string>): SVGElement {
  const rounded = ROUNDED[box.role];
  return svg(page, 'rect', {
    x: box.x - grown,
    y: box.y - grown,
    width: Math.max(0, box.width + 2 * grown),
    height: Math.max(0, box.height + 2 * grown),
    ...(rounded ? { rx: rounded } : {}),
    ...more
  });
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
    case 'added': {
      const arm = Math.max(0, Math.min(3.5, box.width / 2 - 1));
      return [svg(page, 'path', { class: 'gh-sign', d: `M${x - arm} ${y}h${2 * arm}M${x} ${y - arm}v${2 * arm}` })];
    }
    case 'removed':
      return [svg(page, 'path', { class: 'gh-sign', d: `M${x - 3} ${y}h6` })];
    case 'untracked':
      return [svg(page, 'path', { class: 'gh-sign', d: `M${x - 4} ${y}h8` })];
    case 'changed': {
      const leg = Math.min(8, box.width);
      return [svg(page, 'path', { class: 'gh-corner', d: `M${box.x + box.width + 0.5} ${box.y - 0.5}h${-leg}l${leg} ${leg}Z` })];
    }
    case 'reused':
      return splitFace(page, box);
    case 'target':
      return [rectangle(page, box, -2.5, { class: 'gh-inner' })];
    default:
      return [];
  }
}

/** The new object's half below the diagonal. */
function splitFace(page: Document, { x, y, width, height }: Box): SVGElement[] {
  const half = `M${x + 0.5} ${y + height - 0.5}L${x + width - 0.5} ${y + 0.5}V${y + height - 0.5}Z`;
  return [svg(page, 'path', { class: 'gh-half', d: half }), svg(page, 'path', { class: 'gh-diagonal', d: `M${x} ${y + height}L${x + width} ${y}` })];
}
