import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { extname, relative, resolve, sep } from 'node:path';
import { contentType } from 'mime-types';
import send from 'send';
import { ownSockets, type Page } from '../pages/pages.ts';
import { acceptedEncodings, type Encoding } from './acceptedEncodings.ts';
import { contentSecurityPolicy } from './contentSecurityPolicy.ts';
import { requestTarget, type RequestTarget } from './requestTarget.ts';

/** How `send` reports that it cannot answer. */
interface SendError extends Error {
  readonly status: number;
  /** Of the operating system, where that is the cause. */
  readonly code?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly target: RequestTarget;
}

const basePolicy = contentSecurityPolicy();

/** Where the process may open no more files: milliseconds until the next try, and how many tries. */
const patience = { wait: 100, tries: 100 };

/**
 * Answers GET and HEAD with the files of the folder, compressed where the client accepts it and the
 * build has made `file.br` or `file.gz`; everything else with a sentence. Each page has its own
 * content security policy, everything else the base policy.
 */
export function staticHandler(folder: string, pages: readonly Page[]): RequestListener {
  const sender = fileSender(resolve(folder), pages);
  return (request, response) => {
    response.setHeader('Content-Security-Policy', basePolicy);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      sendSentence(response, 405, `Expected GET or HEAD, got ${request.method ?? 'no method'}.`);
      return;
    }
    const target = requestTarget(request.url ?? '');
    if (target === undefined) sendSentence(response, 404, noSuchPage);
    else sender({ request, response, target }, acceptedEncodings(request));
  };
}

/** Gives a function that tries the encodings in turn, then the file as it is. */
function fileSender(root: string, pages: readonly Page[]) {
  const policies = new Map(
    pages.map((page) => [`${page.folder}index.html`, contentSecurityPolicy(page.allows)]),
  );
  return function sendFile(
    exchange: Exchange,
    encodings: readonly Encoding[],
    tries = patience.tries,
  ): void {
    const encoding = encodings.at(0);
    const { request, response, target } = exchange;
    const suffix = encoding?.suffix ?? '';
    const path = target.path.replace(/\/$/, '/index.html') + suffix;
    send(request, path, { root, index: false, cacheControl: false })
      .on('headers', (_response: ServerResponse, file: string) => {
        const name = relative(root, file.slice(0, file.length - suffix.length));
        const address = name.split(sep).join('/');
        setFileHeaders(response, address, encoding);
        const policy = policies.get(address) ?? basePolicy;
        response.setHeader('Content-Security-Policy', policyFor(policy, request.headers.host));
      })
      .on('directory', () => redirectToFolder(exchange))
      .on('error', (problem: SendError) => {
        if (encoding !== undefined && problem.status === 404) {
          sendFile(exchange, encodings.slice(1));
        } else if (isFullHouse(problem) && tries > 0 && !response.headersSent) {
          setTimeout(() => sendFile(exchange, encodings, tries - 1), patience.wait);
        } else {
          sendProblem(response, problem);
        }
      })
      .pipe(response);
  };
}

/** The policy with the sockets of the host that the request names. */
function policyFor(policy: string, host: string | undefined): string {
  const isHost = host !== undefined && /^[\w.\-:[\]]+$/.test(host);
  return policy.replace(` ${ownSockets}`, isHost ? ` ${ownSockets.replace('{host}', host)}` : '');
}

/** Whether the process, or the machine, has as many files open as it may. */
function isFullHouse({ code }: SendError): boolean {
  return code === 'EMFILE' || code === 'ENFILE';
}

function setFileHeaders(response: ServerResponse, address: string, encoding?: Encoding): void {
  response.setHeader('Content-Type', contentType(extname(address)) || 'application/octet-stream');
  response.setHeader('Vary', 'Accept-Encoding');
  // Vite writes a hash of the content into the names below assets/, so these files never change.
  response.setHeader(
    'Cache-Control',
    address.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  );
  if (encoding) response.setHeader('Content-Encoding', encoding.name);
  else response.removeHeader('Content-Encoding');
}

/** Redirects to the same address with a slash at its end; relative, so that it is right below any path. */
function redirectToFolder({ response, target: { path, query } }: Exchange): void {
  const folder = path.slice(path.lastIndexOf('/') + 1);
  response.writeHead(308, { Location: `./${folder}/${query}`, 'Cache-Control': 'no-cache' }).end();
}

const noSuchPage = 'There is no such page here.';

/** The sentence for a status of `send`; a forbidden path is treated like a missing one. */
const sentences: Readonly<Record<number, string | undefined>> = {
  400: 'The address is not written correctly.',
  403: noSuchPage,
  404: noSuchPage,
  412: 'The file is not the one that the request names.',
  416: 'The file does not have the part that the request names.',
};

function sendProblem(response: ServerResponse, { status, headers = {} }: SendError): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  for (const name of ['Accept-Ranges', 'Content-Encoding', 'ETag', 'Last-Modified']) {
    response.removeHeader(name);
  }
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  const sentence = sentences[status] ?? 'The server could not read the file.';
  sendSentence(response, status === 403 ? 404 : status, sentence);
}

function sendSentence(response: ServerResponse, status: number, sentence: string): void {
  const body = Buffer.from(`${sentence}\n`);
  response.setHeader('Content-Security-Policy', basePolicy);
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.setHeader('Content-Length', body.length);
  response.setHeader('Cache-Control', 'no-store');
  response.writeHead(status).end(body);
}
