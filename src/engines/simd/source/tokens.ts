const token = /\s*([a-zA-Z_]\w*|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|[-+*/<>]=|[-+*/<>=?:;,(){}])/y;

/**
 * Names, numbers and signs of a piece of GLSL.
 * @throws SyntaxError for a character that is none of them.
 */
export function tokensOf(glsl: string): string[] {
  const text = glsl.trimEnd();
  const tokens: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const found = token.exec(text)?.[1];
    if (found === undefined) {
      throw new SyntaxError(`expected GLSL, got "${text.slice(at).trim()}"`);
    }
    tokens.push(found);
  }
  return tokens;
}
