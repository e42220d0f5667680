import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startStaticServer } from '../../src/server/staticServer.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const page = '<!doctype html><title>Edgewise</title>';
const script = 'console.log(1);'.repeat(1000);

async function serve(files: Record<string, string> = {}) {
  const folder = temporaryFolder({
    'dist/index.html': page,
    'dist/assets/main-1a2b.js': script,
    'secret.txt': 'outside of what is served',
    ...files,
  });
  const server = await startStaticServer(join(folder, 'dist'), { host: '127.0.0.1', port: 0 });
  onTestFinished(() => server.close());
  return { folder, server, at: (path: string) => new URL(path, server.addresses.local) };
}

/** One request with its target exactly as written: fetch would tidy it up first. */
function rawStatus(port: number, target: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    });
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('error', reject);
    socket.on('end', () => resolve(answer.split('\r\n', 1).join()));
  });
}

describe('a static server', () => {
  it('sends the index page for the root, whatever the query', async () => {
    const { at } = await serve();
    for (const path of ['/', '/index.html', '/?hidden=20']) {
      const response = await fetch(at(path));
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(await response.text()).toBe(page);
    }
  });

  it('answers 404 with a sentence for what it does not have', async () => {
    const { at } = await serve();
    for (const path of ['/nothing.js', '/assets', '/assets/', '/constructor']) {
      const response = await fetch(at(path));
      expect(response.status).toBe(404);
      expect(await response.text()).toBe('There is no such page here.\n');
    }
  });

  it('leads to the folder of a page whose slash is missing', async () => {
    const { at } = await serve({ 'dist/learn/index.html': page });
    const response = await fetch(at('/learn?lesson=2'), { redirect: 'manual' });
    expect(response.status).toBe(308);
    expect(response.headers.get('location')).toBe('./learn/?lesson=2');
    const followed = await fetch(at('/learn?lesson=2'));
    expect(followed.url).toBe(at('/learn/?lesson=2').href);
    expect(await followed.text()).toBe(page);
  });

  it('never leaves its folder', async () => {
    const { server } = await serve();
    const targets = [
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/assets/../../secret.txt',
      '/..\\secret.txt',
      '../secret.txt',
      'constructor',
      '/%',
      '*',
    ];
    for (const target of targets) {
      expect(await rawStatus(server.port, target), target).toMatch(/^HTTP\/1.1 40[04] /);
    }
  });

  it('does not serve dot files', async () => {
    const { at } = await serve({ 'dist/.sources': 'hash' });
    expect((await fetch(at('/.sources'))).status).toBe(404);
  });

  it('goes on with the files it started with when they are built anew', async () => {
    const { folder, at } = await serve();
    writeFileSync(join(folder, 'dist/index.html'), 'half a page');
    expect(await (await fetch(at('/'))).text()).toBe(page);
  });

  it('lets a browser keep hashed files and ask again for the rest', async () => {
    const { at } = await serve();
    const asset = await fetch(at('/assets/main-1a2b.js'));
    const index = await fetch(at('/'));
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(index.headers.get('cache-control')).toBe('no-cache');

    const etag = index.headers.get('etag') ?? '';
    const again = await fetch(at('/'), { headers: { 'If-None-Match': etag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  });

  it('compresses for those who take it', async () => {
    const { at } = await serve();
    const address = at('/assets/main-1a2b.js');
    const plain = await fetch(address, { headers: { 'Accept-Encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe(script);

    const gzip = await fetch(address, { headers: { 'Accept-Encoding': 'gzip' } });
    expect(gzip.headers.get('content-encoding')).toBe('gzip');
    expect(Number(gzip.headers.get('content-length'))).toBeLessThan(script.length / 10);
    expect(await gzip.text()).toBe(script);
  });

  it('answers HEAD without a body and refuses to be written to', async () => {
    const { at } = await serve();
    const head = await fetch(at('/'), { method: 'HEAD' });
    expect(head.headers.get('content-length')).toBe(String(page.length));
    expect(await head.text()).toBe('');

    const post = await fetch(at('/'), { method: 'POST', body: 'x' });
    expect(post.status).toBe(405);
    expect(post.headers.get('allow')).toBe('GET, HEAD');
    expect(await post.text()).toBe('Expected GET or HEAD, got POST.\n');
  });

  it('allows its pages nothing from elsewhere', async () => {
    const { at } = await serve();
    for (const path of ['/', '/nothing']) {
      const policy = (await fetch(at(path))).headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'self'");
      expect(policy).not.toMatch(/https?:|\*|'unsafe-eval'/);
    }
  });

  it('closes with connections still open', async () => {
    const { server, at } = await serve();
    await (await fetch(at('/'))).text();
    await server.close();
    await expect(fetch(at('/'))).rejects.toThrow('fetch failed');
  });
});
