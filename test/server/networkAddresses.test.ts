import type { NetworkInterfaceInfo } from 'node:os';
import { expect, it } from 'vitest';
import { serverAddresses } from '../../src/server/networkAddresses.ts';

const common = { netmask: '', mac: '', cidr: null };
const interfaces: Record<string, NetworkInterfaceInfo[]> = {
  lo: [{ ...common, address: '127.0.0.1', family: 'IPv4', internal: true }],
  wlan0: [
    { ...common, address: '192.168.1.23', family: 'IPv4', internal: false },
    { ...common, address: 'fe80::1', family: 'IPv6', internal: false, scopeid: 3 },
  ],
};

it('shows localhost and the addresses others can type, when listening everywhere', () => {
  for (const host of [undefined, '0.0.0.0', '::']) {
    expect(serverAddresses(host, 4173, interfaces)).toEqual({
      local: 'http://localhost:4173/',
      network: ['http://192.168.1.23:4173/'],
    });
  }
});

it('shows the one address it was told to listen on', () => {
  expect(serverAddresses('127.0.0.1', 80, interfaces)).toEqual({
    local: 'http://127.0.0.1:80/',
    network: [],
  });
});

it('writes an IPv6 address in brackets', () => {
  expect(serverAddresses('::1', 4173, interfaces).local).toBe('http://[::1]:4173/');
});
