/**
 * Scales a gradient whose Euclidean norm is above the limit down to that norm.
 * Source: Pascanu, Mikolov and Bengio, On the Difficulty of Training Recurrent Networks, 2013.
 */
export function clipToNorm(gradient: Float64Array, limit: number): void {
  let squares = 0;
  for (const value of gradient) squares += value * value;
  const norm = Math.sqrt(squares);
  if (norm <= limit) return;
  const factor = limit / norm;
  for (let i = 0; i < gradient.length; i++) gradient[i] = (gradient[i] ?? 0) * factor;
}
