import { Icon } from './icon';

interface Props {
  title: string;
  hint: string;
  action: { label: string; run: () => void };
}

/** A failure of a whole page. Without Ant Design, so that it can be drawn when a chunk is missing. */
export function ErrorPanel({ title, hint, action }: Props) {
  return (
    <div className="state state--page state--error" role="alert">
      <span className="state__icon">
        <Icon name="alert" size={28} />
      </span>
      <p className="state__title">{title}</p>
      <p className="state__hint">{hint}</p>
      <div className="state__action">
        <button type="button" className="plain-button" onClick={action.run}>
          {action.label}
        </button>
      </div>
    </div>
  );
}
