// node axe.mjs CACHE FILE… : axe-core on each page, in one browser, at a wide and at a narrow screen and
// with the panel open. CACHE is the folder of npm packages of the judges. Ends with 1 if there is a violation.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [cache, ...files] = process.argv.slice(2);
const require = createRequire(pathToFileURL(`${cache}/`));
const { chromium } = require('playwright-core');
const axe = require.resolve('axe-core/axe.min.js');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// Contrast of the larger pages of the standard is looked at, too: 7 to 1 is what the style sheet promises.
const options = { runOnly: rules, rules: { 'color-contrast-enhanced': { enabled: true } } };

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] });
let violations = 0;
for (const [name, settings] of [
  ['wide', { viewport: { width: 1280, height: 900 } }],
  ['narrow and dark', { viewport: { width: 320, height: 640 }, colorScheme: 'dark' }],
]) {
  const context = await browser.newContext(settings);
  const page = await context.newPage();
  for (const file of files) {
    await page.goto(pathToFileURL(file).href);
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
    await page.addScriptTag({ path: axe });
    const result = await page.evaluate((options) => axe.run(document, options), options);
    for (const violation of result.violations) {
      violations += 1;
      const places = violation.nodes.map((node) => node.html.slice(0, 120));
      console.log(`${file}, ${name}: ${violation.id}: ${violation.help}\n  ${places.slice(0, 5).join('\n  ')}`);
    }
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > settings.viewport.width) {
      violations += 1;
      console.log(`${file}, ${name}: the page is ${width} pixels wide, and is scrolled sideways`);
    }
  }
  await context.close();
}
await browser.close();
console.log(`axe: ${files.length} pages, ${violations} violations`);
process.exit(violations ? 1 : 0);
