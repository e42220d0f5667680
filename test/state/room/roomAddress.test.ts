import { expect, it } from 'vitest';
import { joinAddress, placeOf } from '../../../src/state/room/roomAddress.ts';

it('reads where the page is, and takes settings for those of the simulation', () => {
  expect(placeOf('')).toEqual({ kind: 'simulation' });
  expect(placeOf('#clients=60')).toEqual({ kind: 'simulation' });
  expect(placeOf('#teach')).toEqual({ kind: 'teach' });
  expect(placeOf('#join')).toEqual({ kind: 'join', code: '' });
  expect(placeOf('#room=ab2-3cd')).toEqual({ kind: 'join', code: 'AB23CD' });
});

it('reads the address that a QR code has', () => {
  const { hash } = new URL(joinAddress('http://192.168.1.5:4173/', 'AB23CD'));
  expect(placeOf(hash)).toEqual({ kind: 'join', code: 'AB23CD' });
});
