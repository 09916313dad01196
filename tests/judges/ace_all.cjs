// Ace by DAISY over many books with one browser: it takes longer to start than to check a book.
// NODE_PATH=... node ace_all.cjs BOOK... ; ends with 1 if Ace has an issue with a book.

const fs = require('fs');
const os = require('os');
const path = require('path');
const winston = require('winston');
const ace = require('@daisy/ace-core');
const runner = require('@daisy/ace-axe-runner-puppeteer');

// Ace tells of each step; only its verdict is wanted.
winston.add(new winston.transports.Console({ silent: true }));

let started = false;
const shared = {
  ...runner,
  launch: async () => {
    if (!started) {
      started = true;
      await runner.launch();
    }
  },
  close: async () => {},
};

async function issues(book) {
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'ace-'));
  const [, report] = await ace(book, { cwd: process.cwd(), outdir, silent: true, lang: 'en', doNotReportMedia: true }, shared);
  fs.rmSync(outdir, { recursive: true });
  return report.assertions.flatMap((page) =>
    page.assertions.map((found) =>
      `${book}: ${page['earl:testSubject'].url}: ${found['earl:test']['dct:title']}: ${found['earl:result']['dct:description']}`));
}

async function main(books) {
  let failed = 0;
  for (const book of books) {
    const found = await issues(book);
    found.forEach((issue) => console.log(issue));
    failed += found.length > 0 ? 1 : 0;
  }
  await runner.close();
  console.log(`Ace: ${books.length} books, ${failed} with issues`);
  process.exit(failed === 0 ? 0 : 1);
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exit(2);
});
