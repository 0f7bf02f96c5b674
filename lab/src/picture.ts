/** A whole picture as the page shows it: the drawing, what is lit up in it, and the folded details. */

import { drawDetails } from './details.js';
import { drawScene } from './draw.js';
import { linkShapes } from './links.js';
import type { Scene } from './scene.js';

export interface Picture {
  readonly node: HTMLElement;
  dispose(): void;
}

/** `prefix` makes the ids of this picture unique in the page. */
export function makePicture(page: Document, scene: Scene, prefix: string): Picture {
  const drawing = drawScene(page, scene, prefix);
  const said = page.createElement('div');
  said.className = 'gh-said';
  said.setAttribute('role', 'status');
  const links = linkShapes(drawing, name => {
    said.textContent = name;
  });
  const node = page.createElement('figure');
  node.className = 'gh-figure';
  node.append(drawing, said, ...drawDetails(page, scene));
  return { node, dispose: () => links.dispose() };
}
