import type { Command, CommandBody } from '../protocol/commands.ts';

/** Every kind of command. */
const kinds: Readonly<Record<CommandBody['kind'], true>> = {
  start: true,
  train: true,
  pause: true,
  step: true,
  changeTraining: true,
  changeSamples: true,
  changeSpeed: true,
  changeEngine: true,
  watch: true,
  restore: true,
  setParameter: true,
  save: true,
  acknowledge: true,
  ping: true,
  end: true,
};

/** Whether a message has an address and a known kind; `commandFault` checks what else it holds. */
export function isCommand(message: unknown): message is Command {
  if (typeof message !== 'object' || message === null) return false;
  const { session, run, kind }: Partial<Record<string, unknown>> = { ...message };
  return (
    Number.isSafeInteger(session) &&
    Number.isSafeInteger(run) &&
    typeof kind === 'string' &&
    Object.hasOwn(kinds, kind)
  );
}
