import katex, { type KatexOptions } from 'katex';
import 'katex/dist/katex.min.css';

type Template = (strings: TemplateStringsArray, ...values: unknown[]) => Node;

/** The template `tex`, as Notebook Kit has it; with MathML beside the picture, for screen readers. */
export const tex = Object.assign(renderer(), {
  options: renderer,
  block: renderer({ displayMode: true }),
});

function renderer(options?: KatexOptions): Template {
  return (strings, ...values) => {
    const root = document.createElement('div');
    katex.render(String.raw(strings, ...values), root, { ...options, output: 'htmlAndMathml' });
    const [picture = root] = root.childNodes;
    picture.remove(); // what has a parent is not displayed
    return picture;
  };
}
