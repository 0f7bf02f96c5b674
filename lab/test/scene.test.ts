import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { KINDS, LIMITS, LINE_ROLES, NotAScene, ROLES, STYLES, readScene } from '../src/scene.js';
import { examples, schema, smallPicture } from './contract.js';

describe('the reader and the schema', () => {
  it('name the same roles, styles, lines and kinds', () => {
    assert.deepEqual([...ROLES], schema.$defs.role.enum);
    assert.deepEqual([...STYLES], schema.$defs.style.enum);
    assert.deepEqual([...LINE_ROLES], schema.$defs.line.properties.role.enum);
    assert.deepEqual([...KINDS], schema.properties.kind.enum);
  });

  for (const { name, data } of examples()) {
    it(`agree on ${name}`, () => {
      const scene = readScene(data);
      assert.equal(scene.shapes.length, data.shapes.length);
      assert.equal(scene.headline.join(' '), data.headline.join(' '));
    });
  }
});

describe('data that is no scene', () => {
  const spoilt: [string, (picture: any) => void, RegExp][] = [
    ['a later version', p => (p.version = 2), /version is 2/],
    ['a missing field', p => delete p.text, /has no text/],
    ['an unknown field', p => (p.onclick = 'x'), /does not know: onclick/],
    ['an unknown role', p => (p.shapes[0].role = 'url(javascript:1)'), /shapes\[0\]\.role/],
    ['an unknown style', p => (p.shapes[2].spans[0].style = 'huge'), /spans\[0\]\.style/],
    ['an unknown shape', p => (p.shapes[1] = { shape: 'image', href: 'http://x' }), /shapes\[1\] is no shape/],
    ['a shape that is nothing', p => (p.shapes[1] = null), /shapes\[1\] is no shape/],
    ['a number that is text', p => (p.shapes[0].x = '20'), /shapes\[0\]\.x is not a number/],
    ['a coordinate far outside', p => (p.shapes[0].x = 1e9), /shapes\[0\]\.x is not a number/],
    ['a box of negative width', p => (p.shapes[0].width = -1), /shapes\[0\]\.width/],
    ['an endless height', p => (p.height = 1e7), /height is not a number/],
    ['too many shapes', p => (p.shapes = Array(LIMITS.shapes + 1).fill(p.shapes[0])), /shapes is not a list/],
    ['a word too long', p => (p.shapes[2].spans[0].text = 'x'.repeat(LIMITS.words + 1)), /spans\[0\]\.text is not text/],
    ['a line of one point', p => (p.shapes[3].points = [[1, 2]]), /points is not a list/],
    ['a row that is no list', p => (p.tables[0].rows = ['Node#1']), /rows\[0\] is not a list/],
    ['no headline', p => (p.headline = []), /headline is not a list/]
  ];
  for (const [what, spoil, reason] of spoilt) {
    it(`is refused: ${what}`, () => {
      const picture = smallPicture();
      spoil(picture);
      assert.throws(() => readScene(picture), (error: Error) => error instanceof NotAScene && reason.test(error.message));
    });
  }

  it('is refused when it is no object at all', () => {
    for (const data of [undefined, null, 7, 'scene', []]) {
      assert.throws(() => readScene(data), NotAScene);
    }
  });

  it('does not take fields from a prototype', () => {
    const picture = smallPicture();
    delete picture.text;
    assert.throws(() => readScene(Object.assign(Object.create({ text: 'inherited' }), picture)), NotAScene);
  });
});
