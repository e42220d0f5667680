import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ask, page, scriptPath, serve } from '../support/serveFolder.ts';

describe('a static server', () => {
  it('sends the index page for the root, whatever the query', async () => {
    const { at } = await serve();
    for (const path of ['/', '/index.html', '/?hidden=20', '/?a/b', '/?%']) {
      const response = await fetch(at(path));
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(await response.text()).toBe(page);
    }
  });

  it.each([
    ['a.js', 'text/javascript; charset=utf-8'],
    ['a.css', 'text/css; charset=utf-8'],
    ['a.json', 'application/json; charset=utf-8'],
    ['a.csv', 'text/csv; charset=utf-8'],
    ['a.txt', 'text/plain; charset=utf-8'],
    ['a.svg', 'image/svg+xml'],
    ['a.wasm', 'application/wasm'],
    ['a.webmanifest', 'application/manifest+json; charset=utf-8'],
    ['a.unknown-type', 'application/octet-stream'],
  ])('says what %s is', async (name, type) => {
    const { at } = await serve({ [`dist/${name}`]: '' });
    expect((await fetch(at(name))).headers.get('content-type')).toBe(type);
  });

  it('answers 404 with a sentence, which nobody may store, for what it does not have', async () => {
    const { at } = await serve();
    const paths = [
      '/nothing.js',
      '/assets',
      '/assets/',
      '/constructor',
      '/index.html/',
      '/__proto__',
    ];
    for (const path of paths) {
      const response = await fetch(at(path));
      expect(response.status, path).toBe(404);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
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
      '/%2e%2e%2fsecret.txt',
      '/assets/../../secret.txt',
      '/assets/..%5c..%5csecret.txt',
      '/..\\secret.txt',
      '//../secret.txt',
      '/secret.txt%00',
      'http://localhost/..%2fsecret.txt',
      '../secret.txt',
      'constructor',
      '/%',
      '*',
    ];
    for (const target of targets) {
      const { status, body } = await ask(server.port, target);
      expect([400, 404], target).toContain(status);
      expect(body.toString(), target).not.toContain('outside');
    }
  });

  it('answers an address with a broken escape with a sentence', async () => {
    const { server } = await serve();
    const { status, body } = await ask(server.port, '/%zz');
    expect(status).toBe(400);
    expect(body.toString()).toBe('The address is not written correctly.\n');
  });

  it('understands the absolute form of a target', async () => {
    const { server } = await serve({ 'dist/learn/index.html': page });
    for (const target of ['http://other.example/', 'http://localhost:1/learn/?a=1']) {
      const { status, body } = await ask(server.port, target, { 'Accept-Encoding': 'identity' });
      expect(status, target).toBe(200);
      expect(body.toString(), target).toBe(page);
    }
  });

  it('does not serve dot files', async () => {
    const { at } = await serve({ 'dist/.build.json': '{}', 'dist/.building/a.js': '' });
    for (const path of ['/.build.json', '/.building/a.js', '/%2ebuild.json']) {
      expect((await fetch(at(path))).status, path).toBe(404);
    }
  });

  it('answers HEAD as it answers GET, without the body', async () => {
    const { server } = await serve();
    for (const target of ['/', scriptPath, '/nothing']) {
      const headers = { 'Accept-Encoding': 'gzip' };
      const get = await ask(server.port, target, headers);
      const head = await ask(server.port, target, headers, 'HEAD');
      expect(head.status, target).toBe(get.status);
      expect(head.body.length, target).toBe(0);
      for (const name of ['content-type', 'content-encoding', 'etag', 'cache-control', 'vary']) {
        expect(head.headers.get(name), `${target} ${name}`).toBe(get.headers.get(name));
      }
    }
    const index = await ask(server.port, '/', {}, 'HEAD');
    expect(index.headers.get('content-length')).toBe(String(page.length));
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('refuses %s', async (method) => {
    const { at } = await serve();
    const response = await fetch(at('/'), { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
    expect(await response.text()).toBe(`Expected GET or HEAD, got ${method}.\n`);
  });

  it('closes with connections still open', async () => {
    const { server, at } = await serve();
    await (await fetch(at('/'))).text();
    await server.close();
    await expect(fetch(at('/'))).rejects.toThrow('fetch failed');
  });

  it('lets sockets be attached, and ends them when it closes', async () => {
    const { server, at } = await serve();
    server.http.on('upgrade', (_request, socket) => {
      socket.write(
        'HTTP/1.1 101 Switching Protocols\r\nUpgrade: test\r\nConnection: Upgrade\r\n\r\n',
      );
    });
    const socket = connect(server.port, '127.0.0.1');
    socket.write('GET /room HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: test\r\n\r\n');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1.1 101 /);
    expect((await fetch(at('/'))).status).toBe(200);
    const ended = once(socket, 'close');
    await server.close();
    await ended;
  });
});

it('waits where the process may open no more files', async () => {
  const { folder } = await serve();
  const module = resolve(import.meta.dirname, '../../src/server/staticServer.ts');
  // Takes all files that are left when a client has come, and gives them back 20 tries later.
  const program = `
    import { closeSync, openSync } from 'node:fs';
    import { startStaticServer } from ${JSON.stringify(pathToFileURL(module).href)};
    const { http, port } = await startStaticServer(process.argv[1], { host: '127.0.0.1', port: 0 });
    http.once('connection', () => {
      const taken = [];
      try {
        for (;;) taken.push(openSync('/dev/null'));
      } catch (problem) {
        console.log(problem.code);
        setTimeout(() => taken.forEach((file) => closeSync(file)), 2000);
      }
    });
    console.log(port);`;
  const words = ['--import', 'tsx', '--input-type=module', '-e', program, resolve(folder, 'dist')];
  const child = spawn('sh', ['-c', 'ulimit -n 100; exec "$@"', 'sh', process.execPath, ...words]);
  onTestFinished(() => void child.kill());
  const printed: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => printed.push(text));
  await once(child.stdout, 'data');
  const response = await fetch(`http://127.0.0.1:${Number(printed.join(''))}/`);
  expect([response.status, await response.text()]).toEqual([200, page]);
  expect(printed.join('').split('\n').slice(1)).toEqual(['EMFILE', '']);
});
