import type { BrowserContext, ConsoleMessage } from 'playwright';

/** Software WebGL always warns about its own speed. */
const driverRemark = /GL Driver Message \(.*Performance/;

/**
 * Reports everything in the context's pages and workers that a user should never cause: console
 * errors and warnings, uncaught errors, failed answers, and requests to any other origin, which are
 * aborted.
 */
export async function watchComplaints(
  context: BrowserContext,
  origin: string,
  tell: (complaint: string) => void,
): Promise<void> {
  context.on('console', (message) => {
    if (isComplaint(message)) tell(`console ${message.type()}: ${message.text()}`);
  });
  context.on('weberror', (webError) => tell(`uncaught: ${webError.error().message}`));
  context.on('response', (response) => {
    if (response.status() >= 400) tell(`status ${response.status()}: ${response.url()}`);
  });
  await context.route(
    (url) => /^(https?|wss?):$/.test(url.protocol) && url.origin !== origin,
    async (route) => {
      tell(`leaves this machine: ${route.request().url()}`);
      await route.abort();
    },
  );
}

function isComplaint(message: ConsoleMessage): boolean {
  return (
    ['error', 'warning', 'assert'].includes(message.type()) && !driverRemark.test(message.text())
  );
}
