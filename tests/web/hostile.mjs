// node hostile.mjs CACHE FILE… : opens each page with scripts allowed, points at everything in it, and
// counts what is active. Ends with 1 if anything is.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [cache, ...files] = process.argv.slice(2);
const require = createRequire(pathToFileURL(`${cache}/`));
const { chromium } = require('playwright-core');

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] });
// What the page itself forbids does not count: what it holds must be harmless.
const context = await browser.newContext({ bypassCSP: true });
const page = await context.newPage();
let found = 0;
for (const file of files) {
  const requests = [];
  page.removeAllListeners('request');
  page.on('request', (request) => { if (!/^(file|data):/.test(request.url())) requests.push(request.url()); });
  await page.addInitScript(() => { window.hits = 0; window.hit = () => { window.hits += 1; }; });
  await page.goto(pathToFileURL(file).href);
  const active = await page.evaluate(() => {
    const complaints = [];
    const allowed = new Set(['http:', 'https:', 'mailto:', 'tel:', 'file:']);
    const elements = 'script, iframe, frame, object, embed, applet, form, button, base, link, svg, math, video, audio, template, noscript, ' +
      'marquee, meta[http-equiv="refresh" i], main style, body style, select, textarea, input:not([type=radio])';
    for (const element of document.querySelectorAll(elements)) complaints.push(element.outerHTML.slice(0, 120));
    for (const element of document.querySelectorAll('*')) {
      for (const attribute of element.attributes) {
        if (/^on|^style$|^formaction$|^srcdoc$|^srcset$|^target$|^ping$/i.test(attribute.name)) complaints.push(`${attribute.name} of ${element.tagName}`);
      }
      for (const type of ['mouseover', 'mouseenter', 'focus', 'toggle', 'error', 'load', 'click']) {
        if (element.tagName !== 'A' || type !== 'click') element.dispatchEvent(new MouseEvent(type, { bubbles: true }));
      }
    }
    for (const link of document.querySelectorAll('[href]')) {
      const written = link.getAttribute('href');
      if (!allowed.has(new URL(written, 'https://here.example/').protocol) || /^file:/i.test(written)) complaints.push(`leads to ${written}`);
    }
    for (const image of document.images) if (!/^data:image\/|^media\//.test(image.getAttribute('src'))) complaints.push(`shows ${image.src}`);
    if (window.hits) complaints.push(`ran ${window.hits} times`);
    return complaints;
  });
  for (const complaint of [...active, ...requests.map((request) => `fetched ${request}`)]) {
    found += 1;
    console.log(`${file}: ${complaint}`);
  }
}
await browser.close();
console.log(`hostile: ${files.length} pages, ${found} active parts`);
process.exit(found ? 1 : 0);
