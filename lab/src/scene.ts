/**
 * A picture as data, in the form of lab/schema/heap.v1.schema.json, and the reader that lets only such data through.
 *
 * The renderer is declared safe, so it also draws what a notebook from a stranger holds: nothing here trusts its input. What the schema
 * does not name is refused, and so is what is too large to draw.
 */

export const ROLES = [
  'allocated', 'slack', 'header', 'waste', 'free', 'untouched', 'outline', 'full-bar', 'tag', 'pinned', 'target', 'plate',
  'generation-0', 'generation-1', 'generation-2', 'untracked', 'card', 'card-target', 'field', 'field-gc',
  'survived', 'added', 'removed', 'changed', 'reused', 'garbage'
] as const;
export const STYLES = [
  'headline', 'fact', 'section', 'strong', 'body', 'muted', 'code', 'code-muted', 'note', 'note-ink', 'note-strong', 'code-note',
  'on-dark', 'on-dark-strong', 'on-dark-note'
] as const;
export const LINE_ROLES = [
  'rule', 'rule-strong', 'bracket', 'leader', 'stem', 'watermark', 'free-list', 'holds', 'refers'
] as const;
export const KINDS = ['heap', 'arena', 'pool', 'object', 'diff'] as const;
const ANCHORS = ['start', 'middle', 'end'] as const;
const MARKS = ['circled', 'pin'] as const;
const ALIGNS = ['left', 'right'] as const;

export type Role = (typeof ROLES)[number];
export type Style = (typeof STYLES)[number];
export type LineRole = (typeof LINE_ROLES)[number];

export interface Box {
  readonly shape: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly role: Role;
  readonly ref: string;
}

export interface Span {
  readonly text: string;
  readonly style: Style;
  /** Free space before the span, px. */
  readonly gap: number;
}

export interface Label {
  readonly shape: 'text';
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly anchor: (typeof ANCHORS)[number];
  readonly spans: readonly Span[];
  readonly ref: string;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Line {
  readonly shape: 'line';
  readonly points: readonly Point[];
  readonly role: LineRole;
  readonly arrow: boolean;
  readonly radius: number;
}

export interface Badge {
  readonly shape: 'badge';
  readonly x: number;
  readonly y: number;
  readonly mark: (typeof MARKS)[number];
  readonly text: string;
}

export type Shape = Box | Label | Line | Badge;

export interface Table {
  readonly title: string;
  readonly columns: readonly { readonly name: string; readonly align: (typeof ALIGNS)[number] }[];
  readonly rows: readonly (readonly string[])[];
}

export interface Scene {
  readonly kind: (typeof KINDS)[number];
  readonly headline: readonly string[];
  readonly breadcrumb: readonly string[];
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  readonly tables: readonly Table[];
  readonly footer: readonly string[];
  readonly text: string;
}

/** What is drawn at most; a picture of ours stays far below. */
export const LIMITS = {
  shapes: 20_000,
  height: 20_000,
  coordinate: 100_000,
  points: 500,
  spans: 100,
  words: 2_000,
  text: 500_000,
  tables: 50,
  columns: 30,
  rows: 5_000,
  lines: 100
} as const;

/** The data is not a scene that this reader knows; the message names the place and the reason. */
export class NotAScene extends Error {}

/** Reads a scene from data of unknown origin; throws NotAScene. */
export function readScene(data: unknown): Scene {
  const scene = fields(data, '', [
    'version', 'kind', 'headline', 'breadcrumb', 'description', 'width', 'height', 'shapes', 'tables', 'footer', 'text'
  ]);
  if (scene.version !== 1) {
    throw new NotAScene(`version is ${String(scene.version).slice(0, 20)}, this extension draws version 1`);
  }
  return {
    kind: oneOf(KINDS, scene.kind, 'kind'),
    headline: list(scene.headline, 'headline', 1, 2, words),
    breadcrumb: list(scene.breadcrumb, 'breadcrumb', 1, LIMITS.lines, words),
    description: words(scene.description, 'description'),
    width: number(scene.width, 'width', 760, 760),
    height: number(scene.height, 'height', 1, LIMITS.height),
    shapes: list(scene.shapes, 'shapes', 0, LIMITS.shapes, readShape),
    tables: list(scene.tables, 'tables', 0, LIMITS.tables, readTable),
    footer: list(scene.footer, 'footer', 0, LIMITS.lines, words),
    text: words(scene.text, 'text', LIMITS.text)
  };
}

function readShape(data: unknown, at: string): Shape {
  const kind = typeof data === 'object' && data !== null ? (data as { shape?: unknown }).shape : undefined;
  switch (kind) {
    case 'box':
      return readBox(data, at);
    case 'text':
      return readLabel(data, at);
    case 'line':
      return readLine(data, at);
    case 'badge':
      return readBadge(data, at);
    default:
      throw new NotAScene(`${at} is no shape that this extension knows`);
  }
}

function readBox(data: unknown, at: string): Box {
  const box = fields(data, at, ['shape', 'x', 'y', 'width', 'height', 'role'], ['ref']);
  return {
    shape: 'box',
    x: coordinate(box.x, `${at}.x`),
    y: coordinate(box.y, `${at}.y`),
    width: number(box.width, `${at}.width`, 0, LIMITS.coordinate),
    height: number(box.height, `${at}.height`, 0, LIMITS.coordinate),
    role: oneOf(ROLES, box.role, `${at}.role`),
    ref: optionalRef(box, at)
  };
}

function readLabel(data: unknown, at: string): Label {
  const label = fields(data, at, ['shape', 'x', 'y', 'anchor', 'spans'], ['ref']);
  return {
    shape: 'text',
    x: coordinate(label.x, `${at}.x`),
    y: coordinate(label.y, `${at}.y`),
    anchor: oneOf(ANCHORS, label.anchor, `${at}.anchor`),
    spans: list(label.spans, `${at}.spans`, 1, LIMITS.spans, readSpan),
    ref: optionalRef(label, at)
  };
}

function readSpan(data: unknown, at: string): Span {
  const span = fields(data, at, ['text', 'style'], ['gap']);
  return {
    text: words(span.text, `${at}.text`),
    style: oneOf(STYLES, span.style, `${at}.style`),
    gap: span.gap === undefined ? 0 : number(span.gap, `${at}.gap`, 1, 760)
  };
}

function readLine(data: unknown, at: string): Line {
  const line = fields(data, at, ['shape', 'points', 'role', 'arrow', 'radius']);
  if (typeof line.arrow !== 'boolean') {
    throw new NotAScene(`${at}.arrow is not true or false`);
  }
  return {
    shape: 'line',
    points: list(line.points, `${at}.points`, 2, LIMITS.points, readPoint),
    role: oneOf(LINE_ROLES, line.role, `${at}.role`),
    arrow: line.arrow,
    radius: number(line.radius, `${at}.radius`, 0, 760)
  };
}

function readPoint(data: unknown, at: string): Point {
  const [x, y] = list(data, at, 2, 2, coordinate);
  return { x: x as number, y: y as number };
}

function readBadge(data: unknown, at: string): Badge {
  const badge = fields(data, at, ['shape', 'x', 'y', 'mark', 'text']);
  return {
    shape: 'badge',
    x: coordinate(badge.x, `${at}.x`),
    y: coordinate(badge.y, `${at}.y`),
    mark: oneOf(MARKS, badge.mark, `${at}.mark`),
    text: words(badge.text, `${at}.text`)
  };
}

function readTable(data: unknown, at: string): Table {
  const table = fields(data, at, ['title', 'columns', 'rows']);
  return {
    title: words(table.title, `${at}.title`),
    columns: list(table.columns, `${at}.columns`, 1, LIMITS.columns, readColumn),
    rows: list(table.rows, `${at}.rows`, 0, LIMITS.rows, (row, where) => list(row, where, 0, LIMITS.columns, words))
  };
}

function readColumn(data: unknown, at: string): Table['columns'][number] {
  const column = fields(data, at, ['name', 'align']);
  return { name: words(column.name, `${at}.name`), align: oneOf(ALIGNS, column.align, `${at}.align`) };
}

/** An object with all the required fields and no others but the optional ones. */
function fields(data: unknown, at: string, required: string[], optional: string[] = []): Record<string, unknown> {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw new NotAScene(`${at || 'the data'} is not an object`);
  }
  const missing = required.find(name => !Object.prototype.hasOwnProperty.call(data, name));
  if (missing !== undefined) {
    throw new NotAScene(`${at || 'the data'} has no ${missing}`);
  }
  const unknown = Object.keys(data).find(name => !required.includes(name) && !optional.includes(name));
  if (unknown !== undefined) {
    throw new NotAScene(`${at || 'the data'} has a field that this extension does not know: ${unknown.slice(0, 40)}`);
  }
  return data as Record<string, unknown>;
}

function list<T>(data: unknown, at: string, least: number, most: number, read: (item: unknown, at: string) => T): T[] {
  if (!Array.isArray(data) || data.length < least || data.length > most) {
    throw new NotAScene(`${at} is not a list of ${least} to ${most}`);
  }
  return data.map((item, index) => read(item, `${at}[${index}]`));
}

function number(data: unknown, at: string, least: number, most: number): number {
  if (typeof data !== 'number' || !(data >= least && data <= most)) {
    throw new NotAScene(`${at} is not a number from ${least} to ${most}`);
  }
  return data;
}

function coordinate(data: unknown, at: string): number {
  return number(data, at, -LIMITS.coordinate, LIMITS.coordinate);
}

function words(data: unknown, at: string, most: number = LIMITS.words): string {
  if (typeof data !== 'string' || data.length > most) {
    throw new NotAScene(`${at} is not text of at most ${most} characters`);
  }
  return data;
}

function oneOf<T extends string>(known: readonly T[], data: unknown, at: string): T {
  const found = known.find(name => name === data);
  if (found === undefined) {
    throw new NotAScene(`${at} is none that this extension knows`);
  }
  return found;
}

function optionalRef(shape: Record<string, unknown>, at: string): string {
  return shape.ref === undefined ? '' : words(shape.ref, `${at}.ref`);
}
