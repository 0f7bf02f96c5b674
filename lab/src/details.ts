/** What stands below a picture, folded: its figures as tables, and its text twin. */

import type { Scene, Table } from './scene.js';

export function drawDetails(page: Document, scene: Scene): HTMLElement[] {
  const folded: HTMLElement[] = [];
  if (scene.tables.length > 0) {
    folded.push(fold(page, 'Figures', scene.tables.map(table => drawTable(page, table))));
  }
  if (scene.text) {
    const twin = page.createElement('pre');
    twin.textContent = scene.text;
    folded.push(fold(page, 'As text', [twin]));
  }
  return folded;
}

function fold(page: Document, title: string, content: HTMLElement[]): HTMLElement {
  const details = page.createElement('details');
  const summary = page.createElement('summary');
  summary.textContent = title;
  details.append(summary, ...content);
  return details;
}

function drawTable(page: Document, table: Table): HTMLElement {
  const element = page.createElement('table');
  const caption = page.createElement('caption');
  caption.textContent = table.title;
  const head = page.createElement('tr');
  for (const column of table.columns) {
    const cell = page.createElement('th');
    cell.scope = 'col';
    cell.className = `gh-${column.align}`;
    cell.textContent = column.name;
    head.append(cell);
  }
  const heading = page.createElement('thead');
  heading.append(head);
  const body = page.createElement('tbody');
  for (const row of table.rows) {
    const line = page.createElement('tr');
    row.forEach((text, index) => {
      const cell = page.createElement('td');
      cell.className = `gh-${table.columns[index]?.align ?? 'left'}`;
      cell.textContent = text;
      line.append(cell);
    });
    body.append(line);
  }
  element.append(caption, heading, body);
  return element;
}
