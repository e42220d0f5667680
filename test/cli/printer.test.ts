import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { Printer } from '../../src/cli/printer.ts';

describe('Printer', () => {
  it('waits until all is printed', async () => {
    const printed: string[] = [];
    const slow = new Writable({
      write(chunk, _encoding, done) {
        setImmediate(() => {
          printed.push(String(chunk));
          done();
        });
      },
    });
    const printer = new Printer(slow);
    printer.print('a');
    printer.print('b');
    expect(printed).toEqual([]);
    expect(await printer.settled()).toBeUndefined();
    expect(printed).toEqual(['a', 'b']);
  });

  it('keeps the first failure, and prints no more', async () => {
    let tried = 0;
    const broken = new Writable({
      autoDestroy: false,
      write(_chunk, _encoding, done) {
        tried++;
        done(new Error(`failure ${tried}`));
      },
    });
    const printer = new Printer(broken);
    printer.print('a');
    expect(await printer.settled()).toEqual(new Error('failure 1'));
    printer.print('b');
    expect(await printer.settled()).toEqual(new Error('failure 1'));
    expect(tried).toBe(1);
  });

  it('has nothing to wait for where nothing was printed', async () => {
    expect(await new Printer(new Writable()).settled()).toBeUndefined();
  });
});
