import type { ReactNode } from 'react';

interface Props {
  title: string;
  text?: string;
  /** Small, under the text: where it is put right. */
  note?: ReactNode;
  action?: { label: string; run: () => void };
  isQuiet?: boolean;
}

/** A day is never broken at its hyphens. */
const unbroken = (text: string) => text.replace(/(\d)-(?=\d)/g, '$1\u2060-\u2060');

/** Stands where the code would be, large enough for the last row. */
export function Message({ title, text, note, action, isQuiet = false }: Props) {
  return (
    <section className={`message${isQuiet ? ' message--quiet' : ''}`} role="status">
      <h2>{title}</h2>
      {text && <p>{unbroken(text)}</p>}
      {note}
      {action && (
        <button type="button" onClick={action.run}>
          {action.label}
        </button>
      )}
    </section>
  );
}
