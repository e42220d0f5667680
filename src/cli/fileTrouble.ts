const troubles: Readonly<Record<string, string | undefined>> = {
  ENOENT: 'there is no such file or folder.',
  EISDIR: 'expected a file, got a folder.',
  ENOTDIR: 'expected a folder, got a file.',
  EEXIST: 'expected a folder, got a file.',
  EACCES: 'access is not allowed.',
  EPERM: 'access is not allowed.',
  EROFS: 'nothing can be written there.',
  ENOSPC: 'there is no room left.',
  EDQUOT: 'there is no room left.',
  EFBIG: 'there is no room left: files may not grow that large here.',
  ENAMETOOLONG: 'the name is too long.',
  ELOOP: 'the links lead round in a circle.',
  EIO: 'the device does not answer as it should.',
  ENXIO: 'there is nothing behind that name.',
  ENODEV: 'there is nothing behind that name.',
  EBUSY: 'the system uses it and lets nobody replace it.',
  ETXTBSY: 'the system uses it and lets nobody replace it.',
  EMFILE: 'too many files are open.',
  ENFILE: 'too many files are open.',
};

/** Describes a file error; completes a sentence that begins with the file's name. */
export function fileTrouble(error: unknown): string {
  const code = codeOf(error);
  if (code === undefined) return error instanceof Error ? error.message : String(error);
  return troubles[code] ?? `the system reports ${code}.`;
}

/** The system's name of an error, such as ENOENT. */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
