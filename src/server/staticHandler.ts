import type { IncomingMessage, ServerResponse } from 'node:http';
import type { StaticFile, StaticFiles } from './staticFiles.ts';

/** Nothing from elsewhere; styles inline because Svelte and Plot set them, WebAssembly compiled. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "base-uri 'self'",
  "form-action 'self'",
].join('; ');

/** Answers GET and HEAD with the files; everything else with a sentence and its status. */
export function staticHandler(files: StaticFiles) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    response.setHeader('Content-Security-Policy', contentSecurityPolicy);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      sendText(response, 405, `Expected GET or HEAD, got ${request.method ?? 'no method'}.`);
      return;
    }
    const path = pathOf(request.url ?? '/');
    const file = files.get(path.endsWith('/') ? `${path}index.html` : path);
    if (file === undefined) sendText(response, 404, 'There is no such page here.');
    else sendFile(file, request, response);
  };
}

/** The path without the query; an address with a broken escape is none of ours. */
function pathOf(url: string): string {
  const [path = ''] = url.split('?', 1);
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
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
