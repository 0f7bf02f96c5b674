import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Window } from 'happy-dom';

import { roundedPath } from '../src/draw.js';
import { makePicture } from '../src/picture.js';
import type { Picture } from '../src/picture.js';
import { ROLES, readScene } from '../src/scene.js';
import { examples, smallPicture } from './contract.js';

const window = new Window();
const page = window.document as unknown as Document;

function shown(data: unknown, prefix = 'gh1'): Picture {
  return makePicture(page, readScene(data), prefix);
}

function lit(picture: Picture): string[] {
  return [...picture.node.querySelectorAll<SVGElement>('.gh-lit')].map(shape => `${shape.tagName} ${shape.dataset.ref}`);
}

function press(picture: Picture, key: string): void {
  const event = new window.KeyboardEvent('keydown', { key, bubbles: true });
  picture.node.querySelector('svg')!.dispatchEvent(event as unknown as Event);
}

/** The form of a path without its place. */
function strokes(part: Element): string {
  return (part.getAttribute('d') ?? '').replace(/[-\d. ]/g, '');
}

describe('a picture', () => {
  for (const { name, data } of examples()) {
    it(`is drawn whole: ${name}`, () => {
      const svg = shown(data).node.querySelector('svg')!;
      assert.equal(svg.querySelectorAll(':scope > g, :scope > text').length, data.shapes.length);
      assert.equal(svg.querySelector('title')!.textContent, data.headline.join(' '));
    });
  }

  it('has an element of its own for each role', () => {
    const picture = smallPicture();
    picture.shapes = ROLES.map((role, i) => ({ shape: 'box', x: 10, y: i * 30, width: 40, height: 20, role }));
    const svg = shown(picture).node.querySelector('svg')!;
    for (const role of ROLES) {
      assert.equal(svg.querySelectorAll(`g.gh-box-${role} > rect.gh-face`).length, 1, role);
    }
  });

  it('tells states apart without colour', () => {
    const picture = smallPicture();
    picture.shapes = ['added', 'removed', 'changed', 'reused', 'garbage', 'free', 'waste', 'generation-1', 'survived'].map((role, i) => ({
      shape: 'box', x: 10, y: i * 30, width: 40, height: 20, role
    }));
    const svg = shown(picture).node.querySelector('svg')!;
    const drawn = [...svg.querySelectorAll(':scope > g')].map(group =>
      [...group.children].map(part => `${part.tagName} ${part.getAttribute('fill') ?? ''} ${strokes(part)} ${part.textContent}`).join(',')
    );
    assert.equal(new Set(drawn).size, drawn.length);
  });

  it('keeps text of the program as text', () => {
    const picture = smallPicture();
    const hostile = '<img src=x onerror=alert(1)></text><script>alert(2)</script>';
    picture.headline = [hostile];
    picture.description = hostile;
    picture.text = hostile;
    picture.shapes[2].spans[0].text = hostile;
    picture.shapes[2].ref = hostile;
    picture.tables[0].title = hostile;
    picture.tables[0].rows = [[hostile, hostile]];
    const node = shown(picture).node;
    assert.equal(node.querySelectorAll('img, script, [onerror], foreignObject, a').length, 0);
    assert.equal(node.querySelector('tspan')!.textContent, hostile);
    assert.equal(node.querySelector('td')!.textContent, hostile);
  });

  it('shares no id with the next picture of the page', () => {
    const ids = (prefix: string): string[] => [...shown(smallPicture(), prefix).node.querySelectorAll('[id]')].map(e => e.id);
    const first = ids('gh1');
    assert.ok(first.length >= 4);
    assert.equal(ids('gh2').filter(id => first.includes(id)).length, 0);
  });

  it('carries its tables and its text twin, folded', () => {
    const details = [...shown(smallPicture()).node.querySelectorAll('details')];
    assert.deepEqual(details.map(d => d.querySelector('summary')!.textContent), ['Figures', 'As text']);
    assert.ok(details.every(d => !d.open));
    assert.equal(details[1]!.querySelector('pre')!.textContent, 'pool 0  # #\n');
  });
});

describe('the shapes of one thing', () => {
  it('light up together under the pointer, and are named', () => {
    const picture = shown(smallPicture());
    const label = picture.node.querySelector('text[data-ref="Node#1"]')!;
    label.dispatchEvent(new window.Event('pointerover', { bubbles: true }) as unknown as Event);
    assert.deepEqual(lit(picture), ['g Node#1', 'text Node#1']);
    assert.equal(picture.node.querySelector('[role=status]')!.textContent, 'Node#1');
  });

  it('are walked through with the arrow keys and let go with Escape', () => {
    const picture = shown(smallPicture());
    press(picture, 'ArrowRight');
    press(picture, 'ArrowRight');
    assert.deepEqual(lit(picture), ['g Node#2']);
    press(picture, 'ArrowRight');
    assert.deepEqual(lit(picture), ['g Node#1', 'text Node#1']);
    press(picture, 'ArrowLeft');
    assert.deepEqual(lit(picture), ['g Node#2']);
    press(picture, 'Escape');
    assert.deepEqual(lit(picture), []);
  });

  it('are left alone once the picture is disposed of', () => {
    const picture = shown(smallPicture());
    picture.dispose();
    press(picture, 'ArrowRight');
    assert.deepEqual(lit(picture), []);
  });
});

describe('a line', () => {
  it('rounds a corner by no more than half of the shorter side', () => {
    const corner = [{ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 10, y: 4 }];
    assert.equal(roundedPath(corner, 50), 'M0 0L8 0Q10 0 10 2L10 4');
    assert.equal(roundedPath(corner, 0), 'M0 0L10 0L10 4');
  });
});
