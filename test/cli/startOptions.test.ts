import { expect, it } from 'vitest';
import { parseStartOptions, startHelp } from '../../src/cli/startOptions.ts';

it('defaults to port 4173 on every address', () => {
  expect(parseStartOptions([])).toEqual({
    help: false,
    port: 4173,
    host: undefined,
    rooms: undefined,
  });
});

it('takes port and host, written as two words or as one', () => {
  const expected = { help: false, port: 8080, host: '127.0.0.1', rooms: undefined };
  expect(parseStartOptions(['--port', '8080', '--host', '127.0.0.1'])).toEqual(expected);
  expect(parseStartOptions(['--port=8080', '--host=127.0.0.1'])).toEqual(expected);
});

it('takes the ports at both ends of the range', () => {
  expect(parseStartOptions(['--port', '0']).port).toBe(0);
  expect(parseStartOptions(['--port', '65535']).port).toBe(65535);
});

it.each(['65536', '-1', '80.5', 'abc', '1e3', '0x50', '999999'])(
  'refuses "%s" as a port with a sentence',
  (text) => {
    expect(() => parseStartOptions([`--port=${text}`])).toThrow(
      `--port: expected a whole number from 0 to 65535, got "${text}".`,
    );
  },
);

it('refuses a host that cannot be one', () => {
  expect(() => parseStartOptions(['--host=http://here/'])).toThrow(
    '--host: expected an address or a name such as 127.0.0.1, got "http://here/".',
  );
});

it('refuses unknown options and words', () => {
  const refused = (...words: string[]) => expect(() => parseStartOptions(words));
  refused('--prot', '80').toThrow('There is no option "--prot". Did you mean --port?');
  refused('80').toThrow('start: expected options only, got "80". See --help.');
  refused('--port=').toThrow('--port: expected a value N, got none.');
  refused('--\u001b[2J').toThrow('There is no option "--\\u001b[2J". See --help.');
});

it('gives the defaults when help was asked for', () => {
  expect(parseStartOptions(['--help', '--port', 'x'])).toEqual({
    help: true,
    port: 4173,
    host: undefined,
  });
  expect(startHelp).toMatch(/^ {2}--port N .*\n(.*\n)? {2}--host ADDRESS /m);
});
