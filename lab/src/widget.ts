/** The Lumino widget that JupyterLab puts into an output area. */

import { Widget } from '@lumino/widgets';
import type { IRenderMime } from '@jupyterlab/rendermime-interfaces';

import { makePicture } from './picture.js';
import type { Picture } from './picture.js';
import { NotAScene, readScene } from './scene.js';

const CSS_CLASS = 'jp-Glassheap';

/** Tells the ids of this page's pictures apart. */
let serial = 0;

export class RenderedHeap extends Widget implements IRenderMime.IRenderer {
  constructor(options: IRenderMime.IRendererOptions) {
    super();
    this.addClass(CSS_CLASS);
    this._mimeType = options.mimeType;
    this._prefix = `gh${++serial}`;
  }

  /** Draws the model's data; what cannot be drawn is shown by its text twin, with the reason. */
  async renderModel(model: IRenderMime.IMimeModel): Promise<void> {
    this._clear();
    try {
      this._picture = makePicture(document, readScene(model.data[this._mimeType]), this._prefix);
      this.node.append(this._picture.node);
    } catch (error) {
      if (!(error instanceof NotAScene)) {
        throw error;
      }
      this.node.append(...substitute(document, error.message, model.data['text/plain']));
    }
  }

  dispose(): void {
    if (this.isDisposed) {
      return;
    }
    this._clear();
    super.dispose();
  }

  private _clear(): void {
    this._picture?.dispose();
    this._picture = null;
    this.node.replaceChildren();
  }

  private readonly _mimeType: string;
  private readonly _prefix: string;
  private _picture: Picture | null = null;
}

function substitute(page: Document, reason: string, text: unknown): HTMLElement[] {
  const note = page.createElement('p');
  note.className = 'gh-note';
  note.textContent = `This picture cannot be drawn here: ${reason}.`;
  if (typeof text !== 'string') {
    return [note];
  }
  const twin = page.createElement('pre');
  twin.textContent = text;
  return [note, twin];
}
