import { chacha20 } from '@noble/ciphers/chacha.js';
import { x25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it, test } from 'vitest';
import {
  meanFromSum,
  mostClients,
  toFixedPoint,
} from '../../../src/federated/secure/fixedPoint.ts';
import { agreedKey, createKeyPair } from '../../../src/federated/secure/keys.ts';
import { SecureClient } from '../../../src/federated/secure/secureClient.ts';
import { joinShares, shareSecret } from '../../../src/federated/secure/secretSharing.ts';
import { thresholdOf } from '../../../src/federated/secure/secureMessages.ts';
import { unmaskSum } from '../../../src/federated/secure/unmaskSum.ts';
import { createRandom } from '../../../src/learning/random.ts';

const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count));
const hex = (text: string) =>
  Uint8Array.from(text.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));

const length = 102;

function someVector(seed: number): Uint32Array {
  const random = createRandom(seed);
  return Uint32Array.from({ length }, () => random.integer(2 ** 22));
}

/** All messages of a round up to the masked vectors; those in `dropped` send none. */
function runRound(count: number, dropped: readonly number[] = []) {
  const seats = Array.from({ length: count }, (_, i) => i + 1);
  const clients = new Map(seats.map((seat) => [seat, new SecureClient(seat, randomBytes)]));
  const advertisements = Array.from(clients.values(), ({ advertisement }) => advertisement);
  const sealed = Array.from(clients.values()).flatMap((client) => client.share(advertisements));
  const survivors = seats.filter((seat) => !dropped.includes(seat));
  const vectors = new Map(seats.map((seat) => [seat, someVector(seat)]));
  const masked = new Map(
    survivors.map((seat) => {
      const received = sealed.filter(({ to }) => to === seat);
      const vector = vectors.get(seat) ?? new Uint32Array();
      return [seat, clients.get(seat)?.mask(vector, received) ?? new Uint32Array()];
    }),
  );
  const unmask = (answering: readonly number[]) =>
    answering.flatMap((seat) => clients.get(seat)?.unmask({ survivors, dropped }) ?? []);
  const sum = new Uint32Array(length).map((_, i) =>
    survivors.reduce((total, seat) => total + (vectors.get(seat)?.[i] ?? NaN), 0),
  );
  return { clients, advertisements, sealed, survivors, vectors, masked, unmask, sum };
}

describe('the building blocks have the published vectors', () => {
  it('X25519: RFC 7748, section 6.1', () => {
    const secret = hex('77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a');
    const publicOfBob = hex('de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f');
    expect(x25519.getSharedSecret(secret, publicOfBob)).toEqual(
      hex('4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742'),
    );
  });

  it('HKDF-SHA256: RFC 5869, test case 1', () => {
    const okm = hkdf(
      sha256,
      new Uint8Array(22).fill(0x0b),
      hex('000102030405060708090a0b0c'),
      hex('f0f1f2f3f4f5f6f7f8f9'),
      42,
    );
    expect(okm).toEqual(
      hex('3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865'),
    );
  });

  it('ChaCha20: RFC 8439, appendix A.1, test vector 1', () => {
    const stream = chacha20(new Uint8Array(32), new Uint8Array(12), new Uint8Array(64));
    expect(stream.subarray(0, 16)).toEqual(hex('76b8e0ada0f13d90405d6ae55386bd28'));
  });

  it('GF(256): {57}·{83} = {c1}, FIPS 197, section 4.2', () => {
    // The share of seat 0x83 in a line of slope 0x57 through 0.
    const [share] = shareSecret(Uint8Array.of(0), [0x83], 2, () => Uint8Array.of(0x57));
    expect(share?.bytes).toEqual(Uint8Array.of(0xc1));
  });
});

describe('a shared secret', () => {
  const secret = Uint8Array.from({ length: 256 }, (_, i) => i);

  it('comes back from any of its shares that are enough', () => {
    const shares = shareSecret(secret, [1, 2, 9, 77, 255], 3, randomBytes);
    for (const some of [shares.slice(0, 3), shares.slice(2), shares, shares.toReversed()]) {
      expect(joinShares(some)).toEqual(secret);
    }
  });

  it('says nothing with a share too few: any secret fits', () => {
    // Two shares of a threshold of three, and for every byte a third share that gives it.
    const shares = shareSecret(Uint8Array.of(7), [1, 2, 3], 3, randomBytes);
    const secrets = Array.from({ length: 256 }, (_, y) => {
      return joinShares([...shares.slice(0, 2), { seat: 3, bytes: Uint8Array.of(y) }])[0];
    });
    expect(new Set(secrets).size).toBe(256);
  });
});

describe('two clients', () => {
  it('agree on a key for each purpose', () => {
    const [a, b] = [createKeyPair(randomBytes), createKeyPair(randomBytes)];
    const key = agreedKey(a.secretKey, b.publicKey, 'mask');
    expect(agreedKey(b.secretKey, a.publicKey, 'mask')).toEqual(key);
    expect(agreedKey(b.secretKey, a.publicKey, 'seal 1 2')).not.toEqual(key);
  });

  it('take no key of low order', () => {
    const { secretKey } = createKeyPair(randomBytes);
    expect(() => agreedKey(secretKey, new Uint8Array(32), 'mask')).toThrow();
  });
});

describe('the sum of masked vectors', () => {
  test.each([
    [3, []],
    [7, []],
    [7, [2]],
    [7, [1, 4, 7]],
    [4, [3]],
  ])('of %i clients without %o is exact', (count, dropped) => {
    const { advertisements, masked, survivors, unmask, sum } = runRound(count, dropped);
    const answering = survivors.slice(0, thresholdOf(count));
    const unmaskings = unmask(answering);
    expect(unmaskSum({ advertisements, masked, dropped, unmaskings })).toEqual(sum);
  });

  it('stays hidden with an answer too few', () => {
    const { advertisements, masked, unmask } = runRound(7);
    const unmaskings = unmask([1, 2, 3]);
    expect(unmaskSum({ advertisements, masked, dropped: [], unmaskings })).toBeUndefined();
  });

  it('is of vectors that look random one by one, and together without the own masks', () => {
    const { masked, vectors } = runRound(3);
    const all = Array.from(masked.values());
    const bare = new Uint32Array(length).map((_, i) =>
      all.reduce((sum, v) => sum + (v[i] ?? 0), 0),
    );
    for (const vector of [...all, bare]) {
      // Uniform up to 2^32: the mean of 102 is off by 2^32/√(12·102), six times here.
      const mean = vector.reduce((sum, value) => sum + value / length, 0) / 2 ** 32;
      expect(Math.abs(mean - 0.5)).toBeLessThan(6 / Math.sqrt(12 * length));
    }
    expect(all).not.toContainEqual(vectors.get(1));
  });
});

describe('a client', () => {
  it('reveals one secret of each other client, once', () => {
    const { clients } = runRound(5, [5]);
    const client = clients.get(1);
    const reveal = (survivors: readonly number[], dropped: readonly number[]) => () =>
      client?.unmask({ survivors, dropped });
    expect(reveal([1, 2, 3, 4, 5], [5])).toThrow('Expected each client of the round once');
    expect(reveal([1, 2, 3, 4], [])).toThrow('Expected each client of the round once');
    expect(reveal([1, 2], [3, 4, 5])).toThrow('Expected more than half');
    expect(reveal([1, 2, 3, 4], [5])()).toMatchObject({ keys: [{ of: 5 }] });
    expect(reveal([1, 2, 3], [4, 5])).toThrow('one outcome');
  });

  it('sends one vector, and none for shares that were changed on the way', () => {
    const { clients, sealed } = runRound(3, [3]);
    const received = sealed.filter(({ to }) => to === 3);
    const bytes = received[0]?.bytes.slice() ?? new Uint8Array();
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    const changed = received.map((one, i) => (i === 0 ? { ...one, bytes } : one));
    expect(() => clients.get(3)?.mask(someVector(3), changed)).toThrow();
    expect(() => clients.get(1)?.mask(someVector(1), [])).toThrow('Expected one vector');
  });

  it('refuses too few others, and two in one seat', () => {
    const adverts = [1, 2, 2].map((seat) => new SecureClient(seat, randomBytes).advertisement);
    const client = new SecureClient(1, randomBytes);
    expect(() => client.share(adverts)).toThrow('Expected each seat once');
    expect(() => client.share(adverts.slice(0, 2))).toThrow('Expected at least 3 clients, got 2.');
  });
});

describe('numbers in fixed point', () => {
  it('are off by 8 / 2^22 at most, and limited to ±8', () => {
    const random = createRandom(8);
    const vector = Float64Array.from({ length: 10_000 }, () => 20 * random.uniform() - 10);
    const back = meanFromSum(toFixedPoint(vector), 1);
    back.forEach((value, i) => {
      const limited = Math.max(-8, Math.min(8, vector[i] ?? NaN));
      expect(Math.abs(value - limited)).toBeLessThanOrEqual(1.9074e-6);
    });
  });

  it('of 1,023 clients do not wrap', () => {
    expect(mostClients).toBe(1023);
    const sum = new Uint32Array(1);
    for (let client = 0; client < mostClients; client++) {
      sum[0] = (sum[0] ?? 0) + (toFixedPoint([8])[0] ?? NaN);
    }
    expect(meanFromSum(sum, mostClients)[0]).toBe(8);
  });
});
