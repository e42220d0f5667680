import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { classes } from '../../src/learning/classes.ts';

const css = readFileSync(join(import.meta.dirname, '../../src/views/edgewise.css'), 'utf8');

/** The values of a custom property in the order of the file, in full: "#CC3311" for #c31. */
function valuesOf(token: string): string[] {
  const values = css.matchAll(new RegExp(`${token}: #([0-9a-f]+);`, 'g'));
  return Array.from(values, ([, digits = '']) => {
    const full = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
    return `#${full.toUpperCase()}`;
  });
}

test.each(classes)('$token has the colours of its class, light and then dark', (each) => {
  expect(valuesOf(each.token)).toEqual([each.light, each.dark]);
});
