/** Does something with the rights of another user, which only root can; others throw. */
export function asUser<T>(user: number, act: () => T): T {
  const { geteuid, seteuid } = process;
  if (!geteuid || !seteuid) throw new Error('expected a system with users');
  const before = geteuid();
  seteuid(user);
  try {
    return act();
  } finally {
    seteuid(before);
  }
}
