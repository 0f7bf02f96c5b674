/**
 * The JupyterLab extension: a renderer for heap pictures.
 *
 * Read scene.ts (what a picture is, and what is refused), draw.ts and marks.ts (how it is drawn), links.ts (what lights up), then
 * widget.ts. The colours stand in style/base.css.
 */

import type { IRenderMime } from '@jupyterlab/rendermime-interfaces';

import { RenderedHeap } from './widget.js';

export const MIME_TYPE = 'application/vnd.glassheap.heap.v1+json';

const extension: IRenderMime.IExtension = {
  id: 'glassheap:heap',
  description: 'Draws heap pictures in the colours of the theme.',
  rendererFactory: {
    // Draws from validated data only, without markup: untrusted notebooks may use it.
    safe: true,
    mimeTypes: [MIME_TYPE],
    createRenderer: options => new RenderedHeap(options)
  },
  rank: 0,
  dataType: 'json'
};

export default extension;
