/**
 * Opens a notebook in a real JupyterLab with headless Chromium, runs all cells in the light and in the dark theme, and prints what it saw
 * as JSON. Then kills the kernel, and opens a notebook from a stranger.
 * `node browser.mjs '{"modules", "chromium", "url", "token", "notebook", "untrusted", "screenshots"}'`; test_browser.py judges.
 */

import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const options = JSON.parse(process.argv[2]);
const { chromium } = createRequire(join(options.modules, 'here'))('playwright-core');

const MIME_TYPE = 'application/vnd.glassheap.heap.v1+json';
const THEMES = { light: 'JupyterLab Light', dark: 'JupyterLab Dark' };
const MINUTE = 60_000;

const seen = { console: [], foreign: [], run: null, themes: {}, keys: null, killed: null, untrusted: null, screenshots: [] };
const profile = mkdtempSync(join(tmpdir(), 'glassheap-browser-'));
mkdirSync(options.screenshots, { recursive: true });

const context = await chromium.launchPersistentContext(profile, {
  executablePath: options.chromium,
  headless: true,
  viewport: { width: 1100, height: 1000 },
  args: [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
    '--disable-sync'
  ]
});
try {
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(MINUTE);
  watch(page);
  await open(page, options.notebook);
  seen.run = await runAll(page);
  for (const [name, theme] of Object.entries(THEMES)) {
    await page.evaluate(chosen => window.jupyterapp.commands.execute('apputils:change-theme', { theme: chosen }), theme);
    await page.waitForFunction(light => document.body.dataset.jpThemeLight === light, String(name === 'light'));
    seen.themes[name] = await page.evaluate(countPictures);
    await shoot(page, name);
  }
  seen.keys = await walkByKeys(page);
  // A lost connection is worth a warning: what the console says meanwhile is right.
  const complaints = seen.console;
  seen.console = [];
  seen.killed = await killKernel(page);
  seen.console = complaints;
  await open(page, options.untrusted);
  await page.locator('.jp-Glassheap svg.gh-scene').first().waitFor();
  seen.untrusted = { ...(await page.evaluate(countPictures)), trusted: await page.evaluate(isTrusted), scripts: await page.evaluate(() => window.reached) };
} finally {
  await context.close();
  rmSync(profile, { recursive: true, force: true });
}
console.log(JSON.stringify(seen));

/** Everything the page complains of, and every host it asks but the server. */
function watch(page) {
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') {
      seen.console.push(`${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  page.on('pageerror', error => seen.console.push(`uncaught: ${error.message}`));
  page.on('request', request => {
    const url = new URL(request.url());
    if (!['data:', 'blob:'].includes(url.protocol) && url.host !== new URL(options.url).host) {
      seen.foreign.push(url.href);
    }
  });
}

/** Opens a notebook. The indicator says idle before there is a kernel: wait for the kernel's own word. */
async function open(page, notebook) {
  await page.goto(`${options.url}/lab/tree/${notebook}?token=${options.token}&reset`);
  await page.waitForFunction(() => window.jupyterapp?.shell?.currentWidget?.context !== undefined);
  await page.evaluate(async () => {
    const panel = window.jupyterapp.shell.currentWidget;
    await panel.context.ready;
    await panel.revealed;
    await panel.sessionContext.ready;
    await panel.sessionContext.session.kernel.info;
  });
}

async function runAll(page) {
  await page.evaluate(() => window.jupyterapp.commands.execute('notebook:run-all-cells'));
  return page.evaluate(mime => {
    const cells = [...window.jupyterapp.shell.currentWidget.content.model.cells].filter(cell => cell.type === 'code');
    const outputs = cells.flatMap(cell => cell.outputs.toJSON().map(output => ({ output, tags: cell.getMetadata('tags') ?? [] })));
    return {
      cells: cells.length,
      pictures: outputs.filter(({ output }) => output.data?.[mime] !== undefined).length,
      errors: outputs
        .filter(({ output, tags }) => output.output_type === 'error' && !tags.includes('raises-exception'))
        .map(({ output }) => `${output.ename}: ${output.evalue}`)
    };
  }, MIME_TYPE);
}

/** What the page shows now; runs in the page. */
function countPictures() {
  const drawings = [...document.querySelectorAll('.jp-Glassheap svg.gh-scene')];
  const outside = drawings.flatMap(svg => {
    const panel = svg.getBoundingClientRect();
    return [...svg.querySelectorAll('text')]
      .filter(text => {
        const box = text.getBoundingClientRect();
        return box.left < panel.left - 1 || box.right > panel.right + 1 || box.bottom > panel.bottom + 1;
      })
      .map(text => text.textContent);
  });
  return {
    drawn: drawings.length,
    substitutes: [...document.querySelectorAll('.jp-Glassheap .gh-note')].map(note => note.textContent),
    panel: drawings.length ? getComputedStyle(drawings[0].querySelector('.gh-panel')).fill : '',
    ink: drawings.length ? getComputedStyle(drawings[0]).fill : '',
    outside
  };
}

async function shoot(page, theme) {
  const pictures = page.locator('.jp-Glassheap');
  for (let i = 0; i < (await pictures.count()); i++) {
    const file = join(options.screenshots, `${theme}-${String(i + 1).padStart(2, '0')}.png`);
    await pictures.nth(i).screenshot({ path: file });
    seen.screenshots.push(file);
  }
  const whole = join(options.screenshots, `${theme}-page.png`);
  await page.screenshot({ path: whole });
  seen.screenshots.push(whole);
}

/** The arrow keys belong to the picture that has the focus, and not to the notebook's cells. */
async function walkByKeys(page) {
  const linked = page.locator('.jp-Glassheap svg[tabindex="0"]').first();
  if ((await linked.count()) === 0) {
    return null;
  }
  await linked.focus();
  await page.keyboard.press('ArrowRight');
  return { said: await page.locator('.gh-said:not(:empty)').first().textContent(), lit: await page.locator('.gh-lit').count() };
}

/** Kills the kernel as an operating system short of memory would; JupyterLab must bring it back and the first cell must run again. */
async function killKernel(page) {
  const id = await page.evaluate(() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.id);
  const pid = existsSync('/proc') ? processWith(id) : undefined;
  if (pid === undefined) {
    return null;
  }
  // Listens before the blow, so that no state is missed. JupyterLab says idle only after the next request.
  const noticed = page.evaluate(
    () =>
      new Promise(resolve => {
        window.jupyterapp.shell.currentWidget.sessionContext.statusChanged.connect((_, status) => {
          if (status === 'autorestarting') {
            resolve(true);
          }
        });
      })
  );
  process.kill(pid, 'SIGKILL');
  await noticed;
  await page.waitForFunction(() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.connectionStatus === 'connected');
  await page.evaluate(() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.requestKernelInfo());
  return runAll(page);
}

/** The process that was started with the connection file of this kernel. */
function processWith(kernelId) {
  const pid = readdirSync('/proc').find(name => /^\d+$/.test(name) && commandLine(name).includes(`kernel-${kernelId}.json`));
  return pid === undefined ? undefined : Number(pid);
}

function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    // The process has ended since the folder was listed.
    return '';
  }
}

/** Whether JupyterLab takes every cell for the user's own; runs in the page. */
function isTrusted() {
  return [...window.jupyterapp.shell.currentWidget.content.model.cells].every(cell => cell.trusted);
}
