import { describe, expect, it } from 'vitest';
import { codeOf, fileTrouble } from '../../src/cli/fileTrouble.ts';

const failure = (code: string) => Object.assign(new Error(`${code}: open '/secret/a'`), { code });

describe('fileTrouble', () => {
  it.each(['ENOENT', 'EACCES', 'ENOSPC', 'EFBIG', 'ELOOP', 'EIO', 'ENXIO', 'EBUSY', 'EMFILE'])(
    'says %s in everyday words, without the path',
    (code) => {
      expect(fileTrouble(failure(code))).toMatch(/^[a-z][a-z ,:]+\.$/);
      expect(fileTrouble(failure(code))).not.toContain('reports');
    },
  );

  it('names what it has no words for, without the path', () => {
    expect(fileTrouble(failure('ESTALE'))).toBe('the system reports ESTALE.');
  });

  it('passes on the words of what is no error of the system', () => {
    expect(fileTrouble(new Error('as it is'))).toBe('as it is');
    expect(fileTrouble('as it is')).toBe('as it is');
    expect(codeOf(new Error('as it is'))).toBeUndefined();
  });
});
