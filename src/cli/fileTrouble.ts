const troubles: Readonly<Record<string, string | undefined>> = {
  ENOENT: 'there is no such file or folder.',
  EISDIR: 'expected a file, got a folder.',
  ENOTDIR: 'expected a folder, got a file.',
  EEXIST: 'expected a folder, got a file.',
  EACCES: 'access is not allowed.',
  EPERM: 'access is not allowed.',
  EROFS: 'nothing can be written there.',
  ENOSPC: 'there is no room left.',
  ENAMETOOLONG: 'the name is too long.',
};

/** Describes a file error; completes a sentence that begins with the file's name. */
export function fileTrouble(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const known = typeof code === 'string' ? troubles[code] : undefined;
  return known ?? (error instanceof Error ? error.message : String(error));
}
