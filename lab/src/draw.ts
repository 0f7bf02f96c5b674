/**
 * Draws a scene as SVG elements. Everything is made with createElementNS and textContent; a colour never stands here but in
 * style/base.css, under the name of a role, so that the theme decides it.
 */

import { drawBox } from './marks.js';
import { fragment, svg } from './svg.js';
import type { Badge, Label, Line, LineRole, Point, Scene, Shape } from './scene.js';

/** The length of an arrow's head by the weight of its line, px. */
const ARROW: Partial<Record<LineRole, number>> = { 'free-list': 8, holds: 11, refers: 8 };

/** The picture; `prefix` makes its ids unique in the page. */
export function drawScene(page: Document, scene: Scene, prefix: string): SVGSVGElement {
  const picture = svg(page, 'svg', {
    class: 'gh-scene',
    viewBox: `0 0 ${scene.width} ${scene.height}`,
    width: scene.width,
    height: scene.height,
    role: 'img',
    'aria-labelledby': `${prefix}-title`,
    'aria-describedby': `${prefix}-description`
  });
  picture.append(
    svg(page, 'title', { id: `${prefix}-title` }, scene.headline.join(' ')),
    svg(page, 'desc', { id: `${prefix}-description` }, scene.description),
    textures(page, prefix),
    svg(page, 'rect', { class: 'gh-panel', x: 0.5, y: 0.5, width: scene.width - 1, height: scene.height - 1, rx: 4 })
  );
  // One handle on the page's tree: a large picture is laid out once.
  const shapes = fragment(page);
  for (const shape of scene.shapes) {
    shapes.append(drawShape(page, shape, prefix));
  }
  picture.append(shapes);
  return picture;
}

function drawShape(page: Document, shape: Shape, prefix: string): SVGElement {
  switch (shape.shape) {
    case 'box':
      return linked(drawBox(page, shape, prefix), shape.ref);
    case 'text':
      return linked(drawLabel(page, shape), shape.ref);
    case 'line':
      return drawLine(page, shape);
    case 'badge':
      return drawBadge(page, shape);
  }
}

/** Marks what the element stands for, so that links.ts finds all that belong together. */
function linked(element: SVGElement, ref: string): SVGElement {
  if (ref) {
    element.dataset.ref = ref;
  }
  return element;
}

function drawLabel(page: Document, label: Label): SVGElement {
  const text = svg(page, 'text', { x: label.x, y: label.y, 'text-anchor': label.anchor });
  for (const span of label.spans) {
    // Isolated: a right-to-left name must not reorder its neighbours.
    const attributes = { class: `gh-text-${span.style}`, 'unicode-bidi': 'isolate', ...(span.gap ? { dx: span.gap } : {}) };
    text.append(svg(page, 'tspan', attributes, span.text));
  }
  return text;
}

function drawLine(page: Document, line: Line): SVGElement {
  const head = line.arrow ? (ARROW[line.role] ?? 8) : 0;
  const points = head > 0 ? shortened(line.points, head * 0.9) : line.points;
  const group = svg(page, 'g', { class: `gh-line-${line.role}` });
  group.append(svg(page, 'path', { class: 'gh-line', d: roundedPath(points, line.radius) }));
  if (head > 0) {
    group.append(svg(page, 'path', { class: 'gh-arrow', d: arrowHead(line.points, head) }));
  }
  return group;
}

/** Straight segments whose corners are rounded by at most the radius, and by at most half of the shorter neighbour. */
export function roundedPath(points: readonly Point[], radius: number): string {
  const first = points[0] as Point;
  let path = `M${round(first.x)} ${round(first.y)}`;
  for (let i = 1; i < points.length; i++) {
    const corner = points[i] as Point;
    const next = points[i + 1];
    const bend = next ? Math.min(radius, distance(points[i - 1] as Point, corner) / 2, distance(corner, next) / 2) : 0;
    if (next && bend > 0) {
      const before = towards(corner, points[i - 1] as Point, bend);
      const after = towards(corner, next, bend);
      path += `L${round(before.x)} ${round(before.y)}Q${round(corner.x)} ${round(corner.y)} ${round(after.x)} ${round(after.y)}`;
    } else {
      path += `L${round(corner.x)} ${round(corner.y)}`;
    }
  }
  return path;
}

/** The line without its last `length` px: a thick line would show beyond the tip of its arrow. */
function shortened(points: readonly Point[], length: number): readonly Point[] {
  const end = points[points.length - 1] as Point;
  const before = points[points.length - 2] as Point;
  const left = Math.min(length, distance(before, end));
  return [...points.slice(0, -1), towards(end, before, left)];
}

function arrowHead(points: readonly Point[], length: number): string {
  const tip = points[points.length - 1] as Point;
  const from = points[points.length - 2] as Point;
  const base = towards(tip, from, length);
  const whole = distance(from, tip) || 1;
  const side = { x: (-(tip.y - from.y) / whole) * length * 0.45, y: ((tip.x - from.x) / whole) * length * 0.45 };
  return (
    `M${round(tip.x)} ${round(tip.y)}L${round(base.x + side.x)} ${round(base.y + side.y)}` +
    `L${round(base.x - side.x)} ${round(base.y - side.y)}Z`
  );
}

function drawBadge(page: Document, badge: Badge): SVGElement {
  const group = svg(page, 'g', { class: `gh-badge-${badge.mark}`, transform: `translate(${badge.x} ${badge.y})` });
  switch (badge.mark) {
    case 'circled':
      group.append(svg(page, 'circle', { r: 8 }), svg(page, 'text', { y: 4, 'text-anchor': 'middle' }, badge.text));
      break;
    case 'pin':
      group.append(svg(page, 'circle', { cy: -4, r: 3.4 }), svg(page, 'path', { d: 'M0 -1V6' }));
      break;
  }
  return group;
}

/** The hatches of free blocks and of waste. */
function textures(page: Document, prefix: string): SVGElement {
  const hatch = (name: string, size: number, d: string): SVGElement => {
    const pattern = svg(page, 'pattern', {
      id: `${prefix}-${name}`,
      width: size,
      height: size,
      patternUnits: 'userSpaceOnUse',
      patternTransform: 'rotate(45)'
    });
    pattern.append(svg(page, 'rect', { class: 'gh-ground', width: size, height: size }), svg(page, 'path', { class: `gh-${name}`, d }));
    return pattern;
  };
  const all = svg(page, 'defs', {});
  all.append(hatch('hatch', 5, 'M0 0V5'), hatch('cross', 4, 'M0 0H4M0 0V4'));
  return all;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** The point `length` px from `start` on the way to `end`. */
function towards(start: Point, end: Point, length: number): Point {
  const whole = distance(start, end) || 1;
  return { x: start.x + ((end.x - start.x) * length) / whole, y: start.y + ((end.y - start.y) * length) / whole };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
