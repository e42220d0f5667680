// Types of what Notebook Kit is made of and that brings none.

declare module '@observablehq/runtime' {
  export type VariableDefinition = (...inputs: never[]) => unknown;

  export interface Variable {
    define(name: string | null, inputs: readonly string[], definition: unknown): Variable;
    delete(): void;
    /** Undocumented: without it a deleted variable is still fulfilled, with undefined. */
    dispose(): void;
  }

  export interface Module {
    variable(observer?: object): Variable;
    value(name: string): Promise<unknown>;
  }

  export interface Runtime {
    dispose(): void;
  }
}

declare module '@observablehq/inputs' {
  export const range: (...options: unknown[]) => HTMLElement;
}

declare module 'htl' {
  type Template = (template: TemplateStringsArray, ...values: unknown[]) => Node | null;
  export const html: Template;
  export const svg: Template;
}

declare module '@observablehq/notebook-kit/src/lib/notebook.js' {
  export { toCell } from '@observablehq/notebook-kit';
}

declare module '@observablehq/notebook-kit/src/lib/serialize.js' {
  export { deserialize, serialize } from '@observablehq/notebook-kit';
}

declare module '@observablehq/notebook-kit/src/runtime/stdlib/md.js' {
  export const md: (template: TemplateStringsArray, ...values: unknown[]) => Element;
}
