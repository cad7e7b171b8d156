import type { WindowRow } from '@common/contract/applications';
import { dayOf } from '@common/rules/shanghaiTime';
import { rangeInWords } from '@common/rules/windows';
import { PROJECT_LEVELS, WINDOW_KINDS, type WindowKind } from '@common/terms';
import { Alert, Radio } from 'antd';
import { Link } from 'react-router';
import { windowDays } from '../windows/windowDays';

interface Props {
  kind: WindowKind;
  /** Of this kind, the open ones first. */
  windows: readonly WindowRow[];
  value: string | null;
  onChange: (windowId: string) => void;
}

/** Chooses one of the windows that are open; of those to come it says when. */
export function WindowChoice({ kind, windows, value, onChange }: Props) {
  const today = dayOf(Date.now());
  const what = WINDOW_KINDS[kind];
  const offered = windows.filter(({ state }) => state !== 'over');
  const isAnyOpen = offered.some(({ state }) => state === 'open');
  const next = offered[0];
  return (
    <>
      {!isAnyOpen && (
        <Alert
          className="notice"
          type="warning"
          showIcon
          title={`现在不在${what}内`}
          description={
            next
              ? `下一次：${next.year}年${PROJECT_LEVELS[next.level]}项目${what}，${rangeInWords(next)}`
              : `上级卫生行政部门还没有设置下一次${what}，设置后会显示在“申报时间”里`
          }
          action={<Link to="/windows">查看申报时间</Link>}
        />
      )}
      <Radio.Group
        className="window-choice"
        value={value}
        onChange={(event) => onChange(String(event.target.value))}
      >
        {offered.map((row) => (
          <Radio key={row.id} value={row.id} disabled={row.state !== 'open'}>
            <b>
              {row.year}年{PROJECT_LEVELS[row.level]}项目
            </b>
            <span className={row.state === 'open' ? 'window-choice__left' : 'faint'}>
              {windowDays(row, today)}
            </span>
            <span className="cell-sub">
              {rangeInWords(row)}，{row.authorityName}
            </span>
          </Radio>
        ))}
      </Radio.Group>
    </>
  );
}
