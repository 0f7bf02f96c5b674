/** Makes SVG elements; no other file names the namespace. */

const NAMESPACE = 'http://www.w3.org/2000/svg';

export type Attributes = Readonly<Record<string, string | number>>;

/** An element with attributes and, if given, plain text in it. */
export function svg<K extends keyof SVGElementTagNameMap>(page: Document, name: K, attributes: Attributes, text?: string): SVGElementTagNameMap[K] {
  const element = page.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, String(value));
  }
  if (text !== undefined) {
    element.textContent = text;
  }
  return element;
}

/** A place to gather elements before they enter the page. */
export function fragment(page: Document): DocumentFragment {
  return page.createDocumentFragment();
}
