import { contentSecurityPolicy } from '../../src/server/contentSecurityPolicy.ts';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ask, page, script, scriptPath, serve } from '../support/serveFolder.ts';

describe('headers of protection', () => {
  it('are on every answer', async () => {
    const { at } = await serve({ 'dist/learn/index.html': page });
    for (const path of ['/', '/learn/', scriptPath, '/nothing', '/%']) {
      const { headers } = await fetch(at(path));
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('referrer-policy'), path).toBe('no-referrer');
      expect(headers.get('content-security-policy'), path).toContain("default-src 'self'");
    }
  });

  it('allow nothing from elsewhere and no workers from text', async () => {
    const { at } = await serve();
    for (const path of ['/', '/nothing']) {
      const policy = (await fetch(at(path))).headers.get('content-security-policy') ?? '';
      expect(policy).not.toMatch(/https?:|\*|'unsafe-eval'/);
      expect(policy).toContain("worker-src 'self';");
    }
  });

  it('let a learning platform show a page in a frame, over plain http too', async () => {
    const { at } = await serve();
    const { headers } = await fetch(at('/'));
    expect(headers.get('content-security-policy')).not.toMatch(/frame-ancestors|upgrade-insecure/);
    for (const name of ['x-frame-options', 'strict-transport-security']) {
      expect(headers.get(name), name).toBeNull();
    }
  });

  it('follow the page that is sent, however its address is written', async () => {
    const { at } = await serve({ 'dist/learn/index.html': page });
    const ours = /script-src[^;]*/.exec(contentSecurityPolicy())?.[0];
    const scripts = async (path: string) => {
      const { headers } = await fetch(at(path));
      return /script-src[^;]*/.exec(headers.get('content-security-policy') ?? '')?.[0];
    };
    for (const path of ['/learn/', '/learn', '/learn/index.html?a', '/l%65arn/']) {
      expect(await scripts(path), path).toBe(`${ours} 'unsafe-eval'`);
    }
    for (const path of ['/', '/learn/nothing']) {
      expect(await scripts(path), path).toBe(ours);
    }
  });
});

describe('caching', () => {
  it('lets a browser keep hashed files and ask again for the rest', async () => {
    const { at } = await serve({ 'dist/a.txt': 'a' });
    const cacheControl = async (path: string) =>
      (await fetch(at(path))).headers.get('cache-control');
    expect(await cacheControl(scriptPath)).toBe('public, max-age=31536000, immutable');
    for (const path of ['/', '/a.txt']) expect(await cacheControl(path), path).toBe('no-cache');
  });

  it.each([
    ['the tag', (tag: string) => tag],
    ['the tag as a weak one', (tag: string) => `W/${tag.replace('W/', '')}`],
    ['the tag as a strong one', (tag: string) => tag.replace('W/', '')],
    ['a list with the tag', (tag: string) => `"other", ${tag}, W/"more"`],
    ['any tag', () => '*'],
  ])('answers 304 without a body to If-None-Match with %s', async (_name, condition) => {
    const { server } = await serve();
    const forms = [
      { target: '/', accept: 'identity' },
      { target: scriptPath, accept: 'gzip' },
      { target: scriptPath, accept: 'br' },
    ];
    for (const { target, accept } of forms) {
      const first = await ask(server.port, target, { 'Accept-Encoding': accept });
      const tag = first.headers.get('etag') ?? '';
      const again = await ask(server.port, target, {
        'Accept-Encoding': accept,
        'If-None-Match': condition(tag),
      });
      expect(again.status, `${target} ${accept}`).toBe(304);
      expect(again.body.length).toBe(0);
      for (const name of ['etag', 'cache-control', 'vary', 'content-security-policy']) {
        expect(again.headers.get(name), name).toBe(first.headers.get(name));
      }
    }
  });

  it.each(['"other"', 'W/"other", "more"', 'nonsense'])(
    'sends the file where If-None-Match is %s',
    async (condition) => {
      const { server } = await serve();
      const answer = await ask(server.port, '/', { 'If-None-Match': condition });
      expect(answer.status).toBe(200);
      expect(answer.body.toString()).toBe(page);
    },
  );

  it('answers 304 to a date, but not when If-None-Match names another tag', async () => {
    const { server } = await serve();
    const date = (await ask(server.port, '/')).headers.get('last-modified') ?? '';
    const condition = { 'If-Modified-Since': date };
    expect((await ask(server.port, '/', condition)).status).toBe(304);
    const both = await ask(server.port, '/', { ...condition, 'If-None-Match': '"other"' });
    expect(both.status).toBe(200);
  });

  it('has a tag for each form of a file, and a new one when the file changes', async () => {
    const { server, folder } = await serve();
    const tag = async (target: string, encoding: string) =>
      (await ask(server.port, target, { 'Accept-Encoding': encoding })).headers.get('etag');
    const tags = [];
    for (const encoding of ['identity', 'gzip', 'br']) tags.push(await tag(scriptPath, encoding));
    expect(new Set(tags).size).toBe(3);

    const before = await tag('/', 'identity');
    writeFileSync(join(folder, 'new.html'), `${page}<p>built anew`);
    renameSync(join(folder, 'new.html'), join(folder, 'dist/index.html'));
    expect(await tag('/', 'identity')).not.toBe(before);
    expect((await ask(server.port, '/')).body.toString()).toBe(`${page}<p>built anew`);
  });
});

describe('compression', () => {
  it.each([
    ['gzip', 'gzip'],
    ['GZIP', 'gzip'],
    ['gzip, deflate', 'gzip'],
    ['gzip;q=0.5', 'gzip'],
    ['br', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['*', 'br'],
    ['*;q=0', null],
    ['gzip;q=0', null],
    ['gzip;q=0.0, br;q=0', null],
    ['not-gzip', null],
    ['gzipped, brotli', null],
    ['identity', null],
    ['', null],
    [undefined, null],
  ])('for Accept-Encoding: %s sends %s', async (accept, encoding) => {
    const { server } = await serve();
    const headers: Record<string, string> =
      accept === undefined ? {} : { 'Accept-Encoding': accept };
    const answer = await ask(server.port, scriptPath, headers);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-encoding')).toBe(encoding);
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(answer.headers.get('vary')).toBe('Accept-Encoding');
    expect(answer.headers.get('content-length')).toBe(String(answer.body.length));
    const decode = { br: brotliDecompressSync, gzip: gunzipSync }[encoding ?? ''];
    expect((decode?.(answer.body) ?? answer.body).toString()).toBe(script);
  });

  it('sends a file that has no compressed form as it is', async () => {
    const { server } = await serve();
    const answer = await ask(server.port, '/', { 'Accept-Encoding': 'br, gzip' });
    expect(answer.headers.get('content-encoding')).toBeNull();
    expect(answer.headers.get('vary')).toBe('Accept-Encoding');
    expect(answer.body.toString()).toBe(page);
  });
});

describe('ranges', () => {
  const part = async (range: string, more: Record<string, string> = {}) => {
    const { server } = await serve();
    return ask(server.port, '/', { Range: range, ...more });
  };

  it.each([
    ['bytes=0-4', 0, 5],
    ['bytes=5-', 5, page.length],
    ['bytes=-5', page.length - 5, page.length],
    ['bytes=30-9999', 30, page.length],
  ])('sends %s', async (range, start, end) => {
    const { status, headers, body } = await part(range);
    expect(status).toBe(206);
    expect(headers.get('content-range')).toBe(`bytes ${start}-${end - 1}/${page.length}`);
    expect(body.toString()).toBe(page.slice(start, end));
  });

  it.each(['lines=1-2', 'bytes 1-2', 'bytes=0-1,5-6'])('sends the whole for %s', async (range) => {
    const { status, body } = await part(range);
    expect(status).toBe(200);
    expect(body.toString()).toBe(page);
  });

  it.each(['bytes=9999-', 'bytes=2-1'])('says how long the file is for %s', async (range) => {
    const { status, headers, body } = await part(range);
    expect(status).toBe(416);
    expect(headers.get('content-range')).toBe(`bytes */${page.length}`);
    expect(headers.get('etag')).toBeNull();
    expect(body.toString()).toBe('The file does not have the part that the request names.\n');
  });

  it('sends the whole when the part is of another file', async () => {
    const { status, body } = await part('bytes=0-4', { 'If-Range': '"other"' });
    expect(status).toBe(200);
    expect(body.toString()).toBe(page);
  });
});
