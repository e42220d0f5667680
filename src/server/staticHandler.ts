import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Page } from '../pages/pages.ts';
import { contentSecurityPolicy } from './contentSecurityPolicy.ts';
import type { StaticFile, StaticFiles } from './staticFiles.ts';

/**
 * Answers GET and HEAD with the files; everything else with a sentence and its status. Each page has
 * its own content security policy, everything else the base policy.
 */
export function staticHandler(files: StaticFiles, pages: readonly Page[]) {
  const policies = new Map(
    pages.map(({ folder, allows }) => [`/${folder}index.html`, contentSecurityPolicy(allows)]),
  );
  const basePolicy = contentSecurityPolicy();
  return (request: IncomingMessage, response: ServerResponse): void => {
    const url = request.url ?? '/';
    const path = pathOf(url);
    const address = path.endsWith('/') ? `${path}index.html` : path;
    response.setHeader('Content-Security-Policy', policies.get(address) ?? basePolicy);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      sendText(response, 405, `Expected GET or HEAD, got ${request.method ?? 'no method'}.`);
      return;
    }
    const file = files.get(address);
    if (file !== undefined) sendFile(file, request, response);
    else if (path !== '' && files.has(`${path}/index.html`)) redirectToFolder(url, response);
    else sendText(response, 404, 'There is no such page here.');
  };
}

/** The path without the query; empty for an address with a broken escape. */
function pathOf(url: string): string {
  const [path = ''] = url.split('?', 1);
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}

/** To the same address with a slash at the end; relative, so that it is right below any path. */
function redirectToFolder(url: string, response: ServerResponse): void {
  const [path = ''] = url.split('?', 1);
  const folder = path.slice(path.lastIndexOf('/') + 1);
  response.writeHead(308, { Location: `./${folder}/${url.slice(path.length)}` }).end();
}

function sendFile(file: StaticFile, request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('ETag', file.etag);
  response.setHeader('Cache-Control', file.cacheControl);
  response.setHeader('Vary', 'Accept-Encoding');
  if (request.headers['if-none-match'] === file.etag) {
    response.writeHead(304).end();
    return;
  }
  const takesGzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const compressed = takesGzip ? file.compressed : undefined;
  if (compressed !== undefined) response.setHeader('Content-Encoding', 'gzip');
  const body = compressed ?? file.body;
  response.setHeader('Content-Type', file.contentType);
  response.setHeader('Content-Length', body.length);
  response.end(request.method === 'HEAD' ? undefined : body);
}

function sendText(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${sentence}\n`);
}
