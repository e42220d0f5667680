import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

/** One file as it is sent; `compressed` is missing where gzip would gain nothing. */
export interface StaticFile {
  readonly contentType: string;
  readonly cacheControl: string;
  readonly etag: string;
  readonly body: Buffer;
  readonly compressed?: Buffer;
}

/** Files by the path of their address: `/assets/index-1a2b.js`. */
export type StaticFiles = ReadonlyMap<string, StaticFile>;

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
};

/**
 * Reads the whole folder but its dot files into memory. What is not in the table cannot be asked for, so no address
 * can lead out of the folder, and a build meanwhile does not disturb the pages already served.
 */
export function readStaticFiles(folder: string): StaticFiles {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    paths.map((path) => {
      const address = `/${relative(folder, path).split(sep).join('/')}`;
      return [address, toStaticFile(address, readFileSync(path))];
    }),
  );
}

function toStaticFile(address: string, body: Buffer): StaticFile {
  const compressed = gzipSync(body);
  return {
    contentType: contentTypes[extname(address)] ?? 'application/octet-stream',
    // Vite puts a hash of the content into the names under assets/, so these never change.
    cacheControl: address.startsWith('/assets/')
      ? 'public, max-age=31536000, immutable'
      : 'no-cache',
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    body,
    ...(compressed.length < 0.9 * body.length && { compressed }),
  };
}
