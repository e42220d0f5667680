/** Calls `act` with the newest value, once before each paint in which there is a new one. */
export function oncePerFrame<Value>(act: (value: Value) => void) {
  let newest: { readonly value: Value } | undefined;
  let request = 0;
  return {
    set(value: Value): void {
      if (!newest) request = requestAnimationFrame(flush);
      newest = { value };
    },
    flush,
    cancel(): void {
      cancelAnimationFrame(request);
      newest = undefined;
    },
  };

  /** Acts now, if there is a value. */
  function flush(): void {
    cancelAnimationFrame(request);
    const due = newest;
    newest = undefined;
    if (due) act(due.value);
  }
}
