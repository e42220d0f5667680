import { layerFields, networkFields, recordBytes, type RecordFields } from '../record.ts';

/** AssemblyScript's view of the records that the host writes. */
export function recordSource(): string {
  return `
${recordClass('Network', networkFields)}
${recordClass('Layer', layerFields)}
export function layerOf(network: Network, index: i32): Layer {
  const layers = changetype<usize>(network) + ${recordBytes(networkFields)};
  return changetype<Layer>(layers + ${recordBytes(layerFields)} * index);
}`;
}

function recordClass(name: string, fields: RecordFields): string {
  const members = Object.entries(fields).map(([field, type]) => `${field}: ${type};`);
  return `@unmanaged export class ${name} {\n  ${members.join('\n  ')}\n}`;
}
