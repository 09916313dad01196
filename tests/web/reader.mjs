// node reader.mjs CACHE FILE [PICTURES] : reads a page as people do: with the tab key, with the panel,
// along a footnote and back, on a narrow screen, enlarged, in forced colours, in the dark, on paper.
// With PICTURES, a folder, it takes a picture of each. Ends with 1 if a reader would get stuck.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [cache, file, pictures] = process.argv.slice(2);
const require = createRequire(pathToFileURL(`${cache}/`));
const { chromium } = require('playwright-core');

const complaints = [];
const expect = (holds, what) => { if (!holds) complaints.push(what); };
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] });

async function open(settings, name, whole = true) {
  const context = await browser.newContext(settings);
  const page = await context.newPage();
  await page.goto(pathToFileURL(file).href);
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: whole });
  return page;
}

// Anew, with the focus at the top of the page.
const again = async (page) => { await page.goto('about:blank'); await page.goto(pathToFileURL(file).href); };

const fits = (page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
const focused = (page) => page.evaluate(() => {
  const element = document.activeElement;
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const is_seen = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < window.innerHeight;
  return { tag: element.tagName, text: element.textContent.trim(), href: element.getAttribute('href'), id: element.id, is_seen, outline: style.outlineStyle };
});

// The tab key goes through everything that can be used, in order, and what has the focus is seen.
let page = await open({ viewport: { width: 1280, height: 900 } }, 'wide');
const usable = await page.evaluate(() => [...document.querySelectorAll('a[href], summary')].length);
await page.keyboard.press('Tab');
let at = await focused(page);
expect(at.href === '#page-text' && at.is_seen, 'the first stop of the tab key is the way to the text, and is seen');
await page.keyboard.press('Enter');
expect((await focused(page)).id === 'page-text', 'the way to the text leads there');
await again(page);
let stops = 0;
for (let last = ''; stops <= usable; stops += 1) {
  await page.keyboard.press('Tab');
  at = await focused(page);
  if (at.tag === 'BODY') break;
  expect(at.is_seen && at.outline !== 'none', `the focus is seen on "${at.text}"`);
  last = at.text;
}
expect(stops === usable, `the tab key stops ${stops} times, and there are ${usable} things to use`);

// The panel opens, sets the page and closes, by keyboard alone, and changes no word.
await again(page);
await page.keyboard.press('Tab');
await page.keyboard.press('Tab');
const is_open = () => page.evaluate(() => document.querySelector('details').open);
const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.querySelector('main p')).fontSize));
const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const words = await page.evaluate(() => document.querySelector('main').textContent);
const before = { size: await size(), ground: await ground() };
expect(!(await is_open()), 'the panel is closed at first');
await page.keyboard.press('Enter');
expect(await is_open(), 'the panel opens with the enter key');
await page.keyboard.press('Tab');
for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowDown');
expect((await size()) === before.size * 2, `the text is twice as large: ${before.size} and ${await size()} pixels`);
expect(await fits(page), 'with the largest text the page is not scrolled sideways');
await page.keyboard.press('Tab');
await page.keyboard.press('ArrowDown');
await page.keyboard.press('Tab');
for (let press = 0; press < 4; press += 1) await page.keyboard.press('ArrowDown');
expect((await ground()) === 'rgb(0, 0, 0)', `yellow on black has a black ground, not ${await ground()}`);
if (pictures) await page.screenshot({ path: `${pictures}/panel.png`, fullPage: true });
await page.evaluate(() => document.querySelector('summary').focus());
await page.keyboard.press('Enter');
expect(!(await is_open()), 'the panel closes again');
expect((await ground()) === 'rgb(0, 0, 0)', 'what was chosen stays when the panel is closed');
expect(words === (await page.evaluate(() => document.querySelector('main').textContent)), 'the panel changes no word');

// A footnote leads there and back.
await again(page);
const mark = page.locator('a[role=doc-noteref]').first();
if (await mark.count()) {
  const id = await mark.getAttribute('id');
  await mark.press('Enter');
  const note = await page.evaluate(() => document.querySelector(':target')?.getBoundingClientRect().top);
  expect(note !== undefined && note >= 0 && note < 900, 'the mark of a note leads to the note');
  await page.locator(':target a[role=doc-backlink]').first().press('Enter');
  expect((await page.evaluate(() => document.querySelector(':target')?.id)) === id, 'the note leads back to its mark');
} else {
  complaints.push('the page has no note to try');
}

// Nothing is scrolled sideways, and in a narrow table each cell says the heading of its column.
for (const [name, settings, whole] of [
  ['narrow', { viewport: { width: 320, height: 640 } }, true],
  ['enlarged', { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }, false],
  ['forced-colours', { viewport: { width: 800, height: 900 }, forcedColors: 'active' }, true],
  ['dark', { viewport: { width: 800, height: 900 }, colorScheme: 'dark' }, true],
]) {
  page = await open(settings, name, whole);
  expect(await fits(page), `${name}: the page is not scrolled sideways`);
  if (name === 'narrow') {
    const cells = await page.evaluate(() => [...document.querySelectorAll('tbody td')].map((cell) => cell.innerText));
    expect(cells.length > 0 && cells.every((text) => text.includes(':')), `each cell of a narrow table has its label: ${cells}`);
    // Chromium keeps the roles of a table whose cells are set as blocks.
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const roles = new Set(nodes.map((node) => node.role?.value));
    expect(roles.has('table') && roles.has('row') && roles.has('cell'), `a narrow table is one for who listens: ${[...roles]}`);
  }
  await page.context().close();
}

// On paper there is no panel, and the address of a link can be read.
page = await open({ viewport: { width: 800, height: 900 } }, 'screen');
await page.emulateMedia({ media: 'print' });
expect(!(await page.locator('details').isVisible()), 'the panel is not printed');
if (pictures) await page.screenshot({ path: `${pictures}/print.png`, fullPage: true });

await browser.close();
for (const complaint of complaints) console.log(`FAIL ${complaint}`);
console.log(`reader: ${stops} stops of the tab key, ${complaints.length} complaints`);
process.exit(complaints.length ? 1 : 0);
