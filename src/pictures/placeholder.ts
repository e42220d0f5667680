/** Something that may be called, made and asked for anything, and answers with the like of itself. */
export function placeholder(): unknown {
  const nothing: unknown = new Proxy(callable, {
    get: (_target, name) => {
      if (name === 'then') return undefined; // no promise
      if (name === Symbol.toPrimitive) return () => 0;
      return name === Symbol.iterator ? [][Symbol.iterator] : nothing;
    },
    set: () => true,
    apply: () => nothing,
    construct: () => nothing as object,
  });
  return nothing;
}

/** What may be called and made. */
function callable() {
  return undefined;
}
