import type { WindowRow } from '@common/contract/applications';
import { rangeInWords } from '@common/rules/windows';
import { PROJECT_LEVELS, WINDOW_KINDS } from '@common/terms';
import type { ReactNode } from 'react';
import { isClosing, windowDays } from './windowDays';

interface Props {
  window: WindowRow;
  /** `YYYY-MM-DD` in China. */
  today: string;
  /** What can be done with it. */
  children: ReactNode;
}

/** A window that is open now, with the days that are left. */
export function OpenWindow({ window, today, children }: Props) {
  return (
    <article className="card open-window">
      <div className="open-window__head">
        <span className={`pill ${window.kind === 'application' ? 'pill--brand' : 'pill--done'}`}>
          {WINDOW_KINDS[window.kind]}
        </span>
        <span className={`open-window__left${isClosing(window, today) ? ' open-window__left--soon' : ''}`}>
          {windowDays(window, today)}
        </span>
      </div>
      <h2>
        {window.year}年{PROJECT_LEVELS[window.level]}项目
      </h2>
      <p className="open-window__range">{rangeInWords(window)}</p>
      <p className="faint">{window.isOwn ? '本部门设置' : `${window.authorityName}设置`}</p>
      {window.note && <p className="open-window__note">{window.note}</p>}
      <div className="open-window__actions">{children}</div>
    </article>
  );
}
