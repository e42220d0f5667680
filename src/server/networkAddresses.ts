import type { NetworkInterfaceInfo } from 'node:os';
import { isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';

/** The addresses of a running server: for this device, and for others on the same network. */
export interface ServerAddresses {
  readonly local: string;
  readonly network: readonly string[];
}

type Interfaces = Readonly<Record<string, NetworkInterfaceInfo[] | undefined>>;

/** The addresses to show for a server on that host (none: every address of the machine) and port. */
export function serverAddresses(
  host: string | undefined,
  port: number,
  interfaces: Interfaces = networkInterfaces(),
): ServerAddresses {
  if (host === undefined || host === '0.0.0.0' || host === '::') {
    return { local: address('localhost', port), network: lanHosts(interfaces).map(at(port)) };
  }
  return { local: address(host, port), network: [] };
}

/** IPv4 only: people can type it from a projector, and every school's network has it. */
function lanHosts(interfaces: Interfaces): string[] {
  return Object.values(interfaces)
    .flatMap((infos) => infos ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map((info) => info.address);
}

const at = (port: number) => (host: string) => address(host, port);

function address(host: string, port: number): string {
  return `http://${isIPv6(host) ? `[${host}]` : host}:${port}/`;
}
