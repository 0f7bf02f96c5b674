/** Reads the contract in lab/schema, which the kernel's tests read as well. The compiled tests run in the folder of package.json. */

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const SCHEMA = 'schema';

export const schema = JSON.parse(readFileSync(join(SCHEMA, 'heap.v1.schema.json'), 'utf8'));

export function examples(): { name: string; data: any }[] {
  const folder = join(SCHEMA, 'examples');
  return readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .map(name => ({ name, data: JSON.parse(readFileSync(join(folder, name), 'utf8')) }));
}

/** A small valid picture, new at each call, to spoil in one place. */
export function smallPicture(): any {
  return {
    version: 1,
    kind: 'pool',
    headline: ['Pool 0 holds 2 blocks'],
    breadcrumb: ['heap', 'pool 0'],
    description: 'Two blocks.',
    width: 760,
    height: 100,
    shapes: [
      { shape: 'box', x: 20, y: 20, width: 40, height: 20, role: 'allocated', ref: 'Node#1' },
      { shape: 'box', x: 70, y: 20, width: 40, height: 20, role: 'added', ref: 'Node#2' },
      { shape: 'text', x: 20, y: 60, anchor: 'start', spans: [{ text: 'Node#1', style: 'body' }], ref: 'Node#1' },
      { shape: 'line', points: [[20, 80], [50, 80], [50, 90]], role: 'holds', arrow: true, radius: 4 },
      { shape: 'badge', x: 100, y: 80, mark: 'circled', text: '1' }
    ],
    tables: [{ title: 'Blocks', columns: [{ name: 'block', align: 'left' }, { name: 'bytes', align: 'right' }], rows: [['Node#1', '64']] }],
    footer: ['classic'],
    text: 'pool 0  # #\n'
  };
}
