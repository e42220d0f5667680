/** What a page that runs a notebook by itself is made of. */
export interface PageParts {
  /** The text of the notebook's file. */
  readonly notebook: string;
  /** The scripts `edgewise.js` and that which runs cells, each in one file with its styles. */
  readonly edgewise: string;
  readonly player: string;
  /** Of everything that is in the page. */
  readonly licences: string;
}

/** The element that holds the parts as JSON, with `<` written as `\u003c` so that nothing ends it. */
const partsId = 'edgewise-parts';

/**
 * A page that runs the notebook without anything beside it, from a disk, too: what is a file elsewhere
 * is text in it, and gets an address when it is opened.
 */
export function writeOnePage(title: string, parts: PageParts): string {
  const json = JSON.stringify(parts).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${escaped(title)}</title>
    <style>
      #notebook { max-width: 820px; margin: 0 auto; padding: 12px 20px 120px; }
      #notebook .problem:empty { display: none; }
      #notebook .problem { padding: 6px 12px; border-left: 3px solid var(--red); }
    </style>
  </head>
  <body>
    <div id="app" class="edgewise"><main id="notebook" class="notebook"></main></div>
    <script type="application/json" id="${partsId}">${json}</script>
    <script type="module">
      const { player } = JSON.parse(document.getElementById('${partsId}').textContent);
      await import(URL.createObjectURL(new Blob([player], { type: 'text/javascript' })));
    </script>
  </body>
</html>
`;
}

/** The parts of such a page. */
export function readNotebookIn(page: Document): PageParts {
  const text = page.getElementById(partsId)?.textContent ?? '';
  return JSON.parse(text) as PageParts;
}

/** The text of the notebook's file: that which is in such a page, or the text itself. */
export function notebookText(text: string, parser = new DOMParser()): string {
  if (!text.includes(`id="${partsId}"`)) return text;
  try {
    const { notebook } = readNotebookIn(parser.parseFromString(text, 'text/html'));
    return typeof notebook === 'string' ? notebook : text;
  } catch {
    return text;
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
