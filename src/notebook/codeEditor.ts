import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { html } from '@codemirror/lang-html';
import { javascript } from '@codemirror/lang-javascript';
import { markdown } from '@codemirror/lang-markdown';
import { bracketMatching, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { EditorState, Prec, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import type { Cell } from './notebookFile.ts';

/** What to edit, and who hears of it. */
export interface EditorOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly mode: Cell['mode'];
  /** The name of the field. */
  readonly label: string;
  /** Called with the text after each change. */
  readonly onchange: (text: string) => void;
  readonly onrun: () => void;
}

/** An editor in a page. */
export interface CodeEditor {
  /** Replaces the text; this can be undone. */
  write(text: string): void;
  focus(): void;
  dispose(): void;
}

const languages: Partial<Record<Cell['mode'], () => Extension>> = {
  js: javascript,
  md: markdown,
  html,
};

/** Opens an editor for one cell. Shift-Enter runs it; Escape lets the next Tab leave it. */
export function openEditor({
  parent,
  text,
  mode,
  label,
  onchange,
  onrun,
}: EditorOptions): CodeEditor {
  const run = () => {
    onrun();
    return true;
  };
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        Prec.highest(keymap.of(['Shift-Enter', 'Mod-Enter'].map((key) => ({ key, run })))),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        syntaxHighlighting(classHighlighter),
        keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, indentWithTab]),
        languages[mode]?.() ?? [],
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          'aria-label': label,
          autocapitalize: 'off',
          autocorrect: 'off',
          spellcheck: 'false',
        }),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) onchange(state.doc.toString());
        }),
      ],
    }),
  });
  return {
    write(text) {
      const { doc } = view.state;
      if (text === doc.toString()) return;
      view.dispatch({ changes: { from: 0, to: doc.length, insert: text } });
    },
    focus: () => view.focus(),
    dispose: () => view.destroy(),
  };
}
