interface Props {
  title: string;
  text?: string;
  action?: { label: string; run: () => void };
  isQuiet?: boolean;
}

/** Stands where the code would be, large enough for the last row. */
export function Message({ title, text, action, isQuiet = false }: Props) {
  return (
    <section className={`message${isQuiet ? ' message--quiet' : ''}`} role="status">
      <h2>{title}</h2>
      {text && <p>{text}</p>}
      {action && (
        <button type="button" onClick={action.run}>
          {action.label}
        </button>
      )}
    </section>
  );
}
